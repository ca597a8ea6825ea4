package io.faasruntime.faas.answer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Python. Everything travels as Base64: coze-loop's server rewrites line breaks by looking for quotes, and would damage
 * code and data that hold some.
 */
final class PythonDialect implements Dialect {

    private static final String PROGRAM = base64(Dialect.program("io/faasruntime/python/envelope/envelope.py"));

    /** The last expression is what Pyodide hands over; elsewhere it is {@code None}. */
    private static final String TEXT = """
            __faas_runtime__ = {"__name__": "__faas_runtime__", "base64": __import__("base64")}
            exec(compile(__faas_runtime__["base64"].b64decode("%s"), "<faas-runtime>", "exec"), __faas_runtime__)
            __faas_runtime__["start"]("%s")
            """;

    @Override
    public String text(Enclosure enclosed) {
        return TEXT.formatted(PROGRAM, base64(enclosed.json()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
