package io.faasruntime.v8worker.compile;

import io.faasruntime.v8worker.source.Position;
import io.faasruntime.v8worker.source.SyntaxProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text in which swc reports problems, one block for each:
 *
 * <pre>
 * SyntaxError: Expression expected
 *   |
 * 1 | let x: number = ;
 *   |                 ~
 *     at file:///snippet.ts:1:17
 * </pre>
 */
final class SwcMessage {

    private static final Pattern LOCATION = Pattern.compile("^ +at \\S*?:(\\d+):(\\d+)$");
    private static final Pattern HEADING = Pattern.compile("^(\\w*Error): (.*)$");
    private static final Pattern MARKER = Pattern.compile("^ *\\| *(~+) *$");

    private SwcMessage() {}

    /** Every problem in the text, each start reported once; empty when the text has another form. */
    static List<SyntaxProblem> parse(String text) {
        List<SyntaxProblem> problems = new ArrayList<>();
        Optional<Matcher> heading = Optional.empty();
        int length = 1;
        for (String line : text.split("\n")) {
            Matcher nextHeading = HEADING.matcher(line);
            Matcher marker = MARKER.matcher(line);
            Matcher location = LOCATION.matcher(line);
            if (nextHeading.matches()) {
                heading = Optional.of(nextHeading);
                length = 1;
            } else if (marker.matches()) {
                length = marker.group(1).length();
            } else if (location.matches() && heading.isPresent()) {
                add(problems, problem(heading.get(), location, length));
                heading = Optional.empty();
            }
        }
        return problems;
    }

    private static SyntaxProblem problem(Matcher heading, Matcher location, int length) {
        int line = Integer.parseInt(location.group(1));
        int column = Integer.parseInt(location.group(2));
        return new SyntaxProblem(
                heading.group(1), heading.group(2), new Position(line, column), new Position(line, column + length));
    }

    private static void add(List<SyntaxProblem> problems, SyntaxProblem problem) {
        if (problems.stream().noneMatch(known -> known.start().equals(problem.start()))) {
            problems.add(problem);
        }
    }
}
