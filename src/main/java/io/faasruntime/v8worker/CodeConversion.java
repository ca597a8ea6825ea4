package io.faasruntime.v8worker;

import com.caoccao.javet.exceptions.JavetException;
import io.faasruntime.protocol.FieldNames;
import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.PositionTable;
import io.faasruntime.v8worker.compile.ProgramCompiler;
import io.faasruntime.v8worker.compile.typescript.JavaScript;
import io.faasruntime.v8worker.source.Position;
import io.faasruntime.v8worker.source.SyntaxException;
import io.faasruntime.v8worker.source.SyntaxProblem;
import io.faasruntime.v8worker.v8.Isolate;

/** The answer to CONVERT: JavaScript and the way back, or the first problem that the parsers report. */
final class CodeConversion {

    private CodeConversion() {}

    static Fields of(String code, ProgramCompiler compiler, Isolate isolate) {
        try {
            JavaScript made = compiler.convert(code, isolate);
            return new Fields().add(FieldNames.CODE, made.code()).add(FieldNames.POSITIONS, positions(made));
        } catch (SyntaxException e) {
            return problem(e.first());
        } catch (JavetException e) {
            Position start = new Position(1, 1);
            return problem(
                    new SyntaxProblem("SyntaxError", "the code is too large or too deeply nested", start, start));
        }
    }

    private static String positions(JavaScript made) {
        return PositionTable.write(made.code(), (line, column) -> {
            Position source = made.positions().toSource(new Position(line, column));
            return new PositionTable.Place(source.line(), source.column());
        });
    }

    private static Fields problem(SyntaxProblem problem) {
        return new Fields()
                .add(FieldNames.ERROR_TYPE, problem.type())
                .add(FieldNames.ERROR_MESSAGE, problem.message())
                .add(FieldNames.ERROR_LINE, Integer.toString(problem.start().line()))
                .add(FieldNames.ERROR_COLUMN, Integer.toString(problem.start().column()));
    }
}
