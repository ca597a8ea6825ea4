package io.faasruntime.v8worker.compile.typescript;

import com.caoccao.javet.swc4j.Swc4j;
import com.caoccao.javet.swc4j.enums.Swc4jMediaType;
import com.caoccao.javet.swc4j.enums.Swc4jSourceMapOption;
import com.caoccao.javet.swc4j.options.Swc4jDecoratorsTranspileOption;
import com.caoccao.javet.swc4j.options.Swc4jTranspileOptions;
import com.caoccao.javet.swc4j.outputs.Swc4jTranspileOutput;
import io.faasruntime.v8worker.source.NestingEstimate;
import io.faasruntime.v8worker.source.SourceLanguage;
import io.faasruntime.v8worker.source.SourceMap;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** swc: takes the types away in a fraction of a millisecond, and does most TypeScript right. */
public final class FastCompiler {

    /** swc was seen to survive 4,000 of everything on its stack, and to die of 8,000; its time grows with the square. */
    private static final int MAX_NESTING = 3_000;

    private static final long STACK_BYTES = 64L << 20;

    private final Swc4j swc = new Swc4j();
    private final URL specifier;
    /** With a deep stack, and made before the process gives up its memory. */
    private final ExecutorService parser = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(null, work, "typescript", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    public FastCompiler() {
        try {
            specifier =
                    URI.create("file:///" + SourceLanguage.TYPESCRIPT.fileName).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Decorators are left as they are. */
    Attempt compile(String code) {
        if (NestingEstimate.of(code) > MAX_NESTING || Doubts.about(code)) {
            return Attempt.DOUBTFUL;
        }
        try {
            Swc4jTranspileOutput output =
                    parser.submit(() -> swc.transpile(code, options())).get();
            String javaScript = output.getCode();
            return Doubts.about(javaScript, code)
                    ? Attempt.DOUBTFUL
                    : new Attempt(
                            Optional.of(new JavaScript(javaScript, SourceMap.parseFile(output.getSourceMap()))), false);
        } catch (ExecutionException e) {
            return Attempt.REFUSED;
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
                .setDecorators(Swc4jDecoratorsTranspileOption.None());
    }

    /**
     * What swc makes of code.
     *
     * @param output empty when swc does not understand the code, or would not do it justice
     * @param refused swc found an error in it
     */
    record Attempt(Optional<JavaScript> output, boolean refused) {
        private static final Attempt DOUBTFUL = new Attempt(Optional.empty(), false);
        private static final Attempt REFUSED = new Attempt(Optional.empty(), true);
    }
}
