package io.faasruntime.v8worker;

import com.caoccao.javet.exceptions.JavetException;
import io.faasruntime.protocol.FieldNames;
import io.faasruntime.protocol.Fields;
import io.faasruntime.v8worker.compile.ProgramCompiler;
import io.faasruntime.v8worker.compile.TopLevelFunctions;
import io.faasruntime.v8worker.source.Position;
import io.faasruntime.v8worker.source.SourceLanguage;
import io.faasruntime.v8worker.source.SyntaxException;
import io.faasruntime.v8worker.source.SyntaxProblem;
import io.faasruntime.v8worker.v8.Isolate;
import java.util.List;

/** The answer to VALIDATE: every problem that the parsers report; nothing is executed. */
final class SyntaxCheck {

    private static final int LONGEST_MESSAGE = 500;

    private SyntaxCheck() {}

    static Fields of(
            SourceLanguage language, String code, List<String> required, ProgramCompiler compiler, Isolate isolate) {
        List<SyntaxProblem> problems = problems(language, code, compiler, isolate);
        if (problems.isEmpty() && !required.isEmpty()) {
            problems = TopLevelFunctions.of(language, code).missing(required);
        }
        Fields fields = new Fields();
        for (SyntaxProblem problem : problems) {
            fields.add(FieldNames.DIAGNOSTIC, diagnostic(problem));
        }
        return fields;
    }

    private static List<SyntaxProblem> problems(
            SourceLanguage language, String code, ProgramCompiler compiler, Isolate isolate) {
        try {
            compiler.compile(language, code, isolate);
            return List.of();
        } catch (SyntaxException e) {
            return e.problems();
        } catch (JavetException e) {
            Position start = new Position(1, 1);
            return List.of(
                    new SyntaxProblem("SyntaxError", "the code is too large or too deeply nested", start, start));
        }
    }

    /** A message quotes code, which may be long. */
    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }

    private static String diagnostic(SyntaxProblem problem) {
        Position start = problem.start();
        Position end = problem.end();
        return String.join(
                ":",
                List.of(
                        Integer.toString(start.line()),
                        Integer.toString(start.column()),
                        Integer.toString(end.line()),
                        Integer.toString(end.column()),
                        "error",
                        shortened(problem.message())));
    }
}
