package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.spi.Conversion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Positions as the caller knows them, of code that may have been converted before it was sent.
 *
 * @param source the caller's code
 * @param conversion empty for code that was sent as it is
 * @param file the name of the code in stack traces
 */
record SourcePositions(String source, Optional<Conversion> conversion, String file) {

    private static final int LONGEST_LINE = 400;

    /** {@code error} with its position in the caller's source. */
    ExecutionError of(ExecutionError error) {
        if (conversion.isEmpty() || error.line() == 0) {
            return error;
        }
        Conversion.Position at = conversion.get().source(error.line(), error.column());
        return new ExecutionError(error.type(), error.message(), at.line(), at.column());
    }

    /** {@code text} with every position in stack traces as in the caller's source. */
    String inText(String text) {
        if (conversion.isEmpty() || !text.contains(file)) {
            return text;
        }
        Matcher position =
                Pattern.compile(Pattern.quote(file) + ":(\\d{1,9}):(\\d{1,9})").matcher(text);
        return position.replaceAll(found -> {
            Conversion.Position at =
                    conversion.get().source(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
            return Matcher.quoteReplacement(file + ":" + at.line() + ":" + at.column());
        });
    }

    /** {@code stderr} with the line of the source that {@code error} is about in front of its report. */
    String withExcerpt(String stderr, String report, ExecutionError error) {
        if (report.isEmpty() || error.line() == 0 || !stderr.endsWith(report + "\n")) {
            return stderr;
        }
        String line = source.lines()
                .skip(error.line() - 1L)
                .findFirst()
                .map(String::stripTrailing)
                .orElse("");
        if (line.isBlank() || line.length() > LONGEST_LINE) {
            return stderr;
        }
        int before = Math.min(line.length(), Math.max(0, error.column() - 1));
        String indent = line.substring(0, before).replaceAll("[^\t]", " ");
        String excerpt = file + ":" + error.line() + "\n" + line + "\n" + indent + "^\n\n";
        return stderr.substring(0, stderr.length() - report.length() - 1) + excerpt + report + "\n";
    }

    /** What is told of {@code error} in the stderr of code that was not sent for its sake. */
    String told(ExecutionError error) {
        String report = error.type() + ": " + error.message();
        return withExcerpt(report + "\n", report, error);
    }
}
