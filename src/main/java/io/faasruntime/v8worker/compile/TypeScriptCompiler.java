package io.faasruntime.v8worker.compile;

import static java.util.Objects.requireNonNullElse;

import com.caoccao.javet.swc4j.Swc4j;
import com.caoccao.javet.swc4j.enums.Swc4jMediaType;
import com.caoccao.javet.swc4j.enums.Swc4jSourceMapOption;
import com.caoccao.javet.swc4j.options.Swc4jDecoratorsTranspileOption;
import com.caoccao.javet.swc4j.options.Swc4jTranspileOptions;
import com.caoccao.javet.swc4j.outputs.Swc4jTranspileOutput;
import io.faasruntime.v8worker.source.Position;
import io.faasruntime.v8worker.source.PositionMap;
import io.faasruntime.v8worker.source.SourceLanguage;
import io.faasruntime.v8worker.source.SourceMap;
import io.faasruntime.v8worker.source.SyntaxException;
import io.faasruntime.v8worker.source.SyntaxProblem;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** TypeScript to JavaScript, types taken away unchecked. */
public final class TypeScriptCompiler {

    /** swc was seen to survive 4,000 of everything on its stack, and to die of 8,000; its time grows with the square. */
    private static final int MAX_NESTING = 3_000;

    private static final long STACK_BYTES = 64L << 20;

    private static final String MAPPINGS = "\"mappings\":\"";

    private final Swc4j swc = new Swc4j();
    private final URL specifier;
    /** With a deep stack, and made before the process gives up its memory. */
    private final ExecutorService parser = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(null, work, "typescript", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    public TypeScriptCompiler() {
        try {
            specifier =
                    URI.create("file:///" + SourceLanguage.TYPESCRIPT.fileName).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * JavaScript, with the way back to the TypeScript.
     *
     * @throws SyntaxException naming every problem that the parser reported
     */
    JavaScript compile(String code) throws SyntaxException {
        if (NestingEstimate.of(code) > MAX_NESTING) {
            throw new SyntaxException(SyntaxProblem.tooDeep());
        }
        try {
            Swc4jTranspileOutput output =
                    parser.submit(() -> swc.transpile(code, options())).get();
            return new JavaScript(output.getCode(), sourceMap(output.getSourceMap()));
        } catch (ExecutionException e) {
            throw new SyntaxException(
                    problems(String.valueOf(requireNonNullElse(e.getCause(), e).getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Swc4jTranspileOptions options() {
        return new Swc4jTranspileOptions()
                .setSpecifier(specifier)
                .setMediaType(Swc4jMediaType.TypeScript)
                .setSourceMap(Swc4jSourceMapOption.Separate)
                .setInlineSources(false)
                .setDecorators(Swc4jDecoratorsTranspileOption.LegacyTypeScript(false));
    }

    private static PositionMap sourceMap(String json) {
        int start = json.indexOf(MAPPINGS) + MAPPINGS.length();
        return SourceMap.parse(json.substring(start, json.indexOf('"', start)));
    }

    private static List<SyntaxProblem> problems(String message) {
        List<SyntaxProblem> problems = SwcMessage.parse(message);
        return problems.isEmpty()
                ? List.of(new SyntaxProblem("SyntaxError", message, Position.UNKNOWN, Position.UNKNOWN))
                : problems;
    }

    /** JavaScript made from something else. */
    record JavaScript(String code, PositionMap positions) {}
}
