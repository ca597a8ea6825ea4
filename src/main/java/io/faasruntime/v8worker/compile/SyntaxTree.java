package io.faasruntime.v8worker.compile;

import com.caoccao.javet.swc4j.Swc4j;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.enums.Swc4jMediaType;
import com.caoccao.javet.swc4j.enums.Swc4jParseMode;
import com.caoccao.javet.swc4j.exceptions.Swc4jCoreException;
import com.caoccao.javet.swc4j.options.Swc4jParseOptions;
import io.faasruntime.v8worker.source.NestingEstimate;
import io.faasruntime.v8worker.source.SourceLanguage;
import java.util.List;
import java.util.Optional;

/** What swc reads in a text, for the few questions that V8's parser does not answer. */
final class SyntaxTree {

    /** swc recurses without a limit of its own; this much fits on the stack of the main thread several times. */
    private static final int MAX_NESTING = 500;

    private SyntaxTree() {}

    /** The statements at the top level; empty when swc cannot read the code. */
    static Optional<List<? extends ISwc4jAst>> statements(SourceLanguage language, String code, Swc4jParseMode mode) {
        if (NestingEstimate.of(code) > MAX_NESTING) {
            return Optional.empty();
        }
        Swc4jParseOptions options = new Swc4jParseOptions()
                .setMediaType(
                        language == SourceLanguage.TYPESCRIPT ? Swc4jMediaType.TypeScript : Swc4jMediaType.JavaScript)
                .setParseMode(mode)
                .setCaptureAst(true);
        try {
            return Optional.of(new Swc4j().parse(code, options).getProgram().getBody());
        } catch (Swc4jCoreException e) {
            return Optional.empty();
        }
    }
}
