package io.faasruntime.sandbox.worker;

import com.caoccao.javet.swc4j.Swc4j;
import com.caoccao.javet.swc4j.enums.Swc4jMediaType;
import com.caoccao.javet.swc4j.enums.Swc4jSourceMapOption;
import com.caoccao.javet.swc4j.exceptions.Swc4jCoreException;
import com.caoccao.javet.swc4j.options.Swc4jDecoratorsTranspileOption;
import com.caoccao.javet.swc4j.options.Swc4jTranspileOptions;
import com.caoccao.javet.swc4j.outputs.Swc4jTranspileOutput;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;

/** TypeScript to JavaScript, types taken away unchecked. */
final class TypeScriptCompiler {

    private static final String MAPPINGS = "\"mappings\":\"";

    private final Swc4j swc = new Swc4j();
    private final URL specifier;

    TypeScriptCompiler() {
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
        try {
            Swc4jTranspileOutput output = swc.transpile(code, options());
            return new JavaScript(output.getCode(), sourceMap(output.getSourceMap()));
        } catch (Swc4jCoreException e) {
            throw new SyntaxException(problems(String.valueOf(e.getMessage())));
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
