package io.faasruntime.v8worker.compile.typescript;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetExecutionException;
import com.caoccao.javet.exceptions.JavetTerminatedException;
import io.faasruntime.v8worker.source.NestingEstimate;
import io.faasruntime.v8worker.source.Position;
import io.faasruntime.v8worker.source.SourceMap;
import io.faasruntime.v8worker.source.SyntaxException;
import io.faasruntime.v8worker.source.SyntaxProblem;
import io.faasruntime.v8worker.v8.CompilerIsolate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The TypeScript compiler itself, loaded when it is needed for the first time. It takes ten to a hundred times as long as
 * {@link FastCompiler}, and is right. Used by one thread; only {@link #terminate} may come from another.
 */
final class FullCompiler {

    private static final String FUNCTION = "compile";
    private static final int ITEMS_BEFORE_PROBLEMS = 2;
    private static final int ITEMS_OF_A_PROBLEM = 6;
    /** Its time grows faster than the square: 0.3 s for a chain of 10,000 operators, minutes for 100,000. */
    private static final int MAX_NESTING = 10_000;

    private final TypeScriptLibrary library;
    private final boolean legacyDecorators;
    private volatile CompilerIsolate isolate;

    FullCompiler(TypeScriptLibrary library, boolean legacyDecorators) throws JavetException {
        this.library = library;
        this.legacyDecorators = legacyDecorators;
        this.isolate = library.createIsolate();
    }

    /**
     * @param thorough also looks for errors of grammar that the parser lets pass, which takes longer
     * @throws SyntaxException naming every problem that the compiler reported
     * @throws JavetException if it was terminated
     */
    JavaScript compile(String code, boolean thorough) throws SyntaxException, JavetException {
        List<String> answer = answer(code, thorough);
        List<SyntaxProblem> problems = new ArrayList<>();
        for (int at = ITEMS_BEFORE_PROBLEMS; at < answer.size(); at += ITEMS_OF_A_PROBLEM) {
            problems.add(problem(answer.subList(at, at + ITEMS_OF_A_PROBLEM)));
        }
        if (!problems.isEmpty()) {
            throw new SyntaxException(problems);
        }
        return new JavaScript(answer.get(0), SourceMap.parse(answer.get(1)));
    }

    static void rehearse(CompilerIsolate isolate, String code) throws JavetException {
        isolate.call(FUNCTION, code, false, true);
    }

    void terminate() {
        isolate.terminate();
    }

    private List<String> answer(String code, boolean thorough) throws SyntaxException, JavetException {
        if (NestingEstimate.of(code) > MAX_NESTING) {
            throw new SyntaxException(SyntaxProblem.tooDeep());
        }
        try {
            return loaded().call(FUNCTION, code, legacyDecorators, thorough);
        } catch (JavetTerminatedException e) {
            replaceIsolate();
            throw e;
        } catch (JavetExecutionException e) {
            // A program with types in it does not throw because of the text; its stack may be too small for it.
            throw new SyntaxException(SyntaxProblem.tooDeep());
        }
    }

    private CompilerIsolate loaded() throws JavetException {
        if (!isolate.isLoaded()) {
            try {
                library.loadInto(isolate);
            } catch (IOException e) {
                throw new IllegalStateException("the TypeScript compiler cannot be read", e);
            }
        }
        return isolate;
    }

    private void replaceIsolate() throws JavetException {
        isolate.close();
        isolate = library.createIsolate();
    }

    private static SyntaxProblem problem(List<String> items) {
        return new SyntaxProblem(
                items.get(0),
                items.get(1),
                new Position(Integer.parseInt(items.get(2)), Integer.parseInt(items.get(3))),
                new Position(Integer.parseInt(items.get(4)), Integer.parseInt(items.get(5))));
    }
}
