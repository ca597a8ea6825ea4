package io.faasruntime.faas.cozeloop;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * coze-loop's Python server (Pyodide): puts a function in front of the code, escapes line breaks between quotes, loses all
 * line breaks of stdout and all of stderr, takes the value of the last expression for the result, otherwise anything
 * between braces, fails when that is no text, and never ends a run for its time. Python itself is the embedded one.
 */
public final class PythonServer extends ContractServer {

    private static final String PRELUDE = """

            def return_val(value):
                \"""return_val函数实现 - 只输出JSON内容到stdout最后一行\"""
                if value is None:
                    ret_val = ""
                else:
                    ret_val = str(value)
                print(ret_val)

            """;

    private static final Pattern DOUBLE_QUOTED = Pattern.compile("(?s)\"([^\"\\\\]|\\\\.)*+\"");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("(?s)'([^'\\\\]|\\\\.)*+'");
    private static final Pattern MARKED =
            Pattern.compile("(?s)__COZE_RETURN_VAL_START__\\s*\\n?(.*?)\\s*\\n?__COZE_RETURN_VAL_END__");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*\\}");

    private static final String SANDBOX = JavaScriptServer.resource("sandbox.py");

    private final ExecutionBackend python;

    /** @param python runs Python */
    public PythonServer(ExecutionBackend python) {
        this.python = python;
    }

    @Override
    String health() {
        return "{\"status\":\"healthy\",\"runtime\":\"pyodide-webassembly-pooled\",\"version\":\"pyodide-faas-v2.0.0-pooled\"}";
    }

    @Override
    JsonObject run(String code, int timeoutMs) throws InterruptedException {
        ExecutionResult result = sandbox(escaped(PRELUDE + code + "\n"), timeoutMs);
        if (result.status() == ExecutionStatus.TIMEOUT) {
            return null;
        }
        JsonObject report = JsonText.parse(result.output().stdout()).asJsonObject();
        String stdout = report.get("stdout") instanceof JsonString text ? text.getString() : "";
        JsonValue value = value(report, stdout);
        if (!(value instanceof JsonString) && isTruthy(value)) {
            return answer("", "Pyodide执行错误: returnValue.substring is not a function", "", 1);
        }
        String text = value instanceof JsonString string ? string.getString() : "";
        return answer(cleaned(stdout), "", text, report.getBoolean("success") ? 0 : 1);
    }

    private ExecutionResult sandbox(String source, int timeoutMs) throws InterruptedException {
        String input = JsonText.write(
                JsonText.PROVIDER.createObjectBuilder().add("source", source).build());
        Duration limit = Duration.ofMillis(timeoutMs);
        SandboxConfig limits = new SandboxConfig(256, limit, 64 << 20, false);
        Execution execution =
                new Execution(Language.PYTHON, SANDBOX, input, Map.of(), limits, Deadline.after(limit), false);
        try {
            return python.execute(execution).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String source) {
        return escaped(escaped(source, DOUBLE_QUOTED), SINGLE_QUOTED);
    }

    private static String escaped(String source, Pattern literal) {
        return literal.matcher(source)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")));
    }

    /** What the server takes for the result: the last expression's value, marked text, or something in braces. */
    private static JsonValue value(JsonObject report, String stdout) {
        JsonValue result = report.get("result");
        if (isTruthy(result)) {
            return result instanceof JsonString text ? normalized(text.getString()) : result;
        }
        Matcher marked = MARKED.matcher(stdout);
        if (marked.find()) {
            return normalized(marked.group(1).strip());
        }
        Matcher braces = BRACES.matcher(stdout);
        return JsonText.PROVIDER.createValue(braces.find() ? braces.group() : "");
    }

    private static JsonString normalized(String text) {
        try {
            return JsonText.PROVIDER.createValue(JsonText.write(JsonText.parse(text)));
        } catch (JsonException e) {
            return JsonText.PROVIDER.createValue(text);
        }
    }

    private static boolean isTruthy(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL, FALSE -> false;
            case STRING -> !((JsonString) value).getString().isEmpty();
            case NUMBER -> !value.toString().equals("0");
            default -> true;
        };
    }

    private static String cleaned(String stdout) {
        String unmarked = MARKED.matcher(stdout).replaceAll("");
        return BRACES.matcher(unmarked).replaceAll("").replaceAll("\\n+", "\n").strip();
    }

    private static JsonObject answer(String stdout, String stderr, String result, int exitCode) {
        return JsonText.PROVIDER
                .createObjectBuilder()
                .add(
                        "output",
                        JsonText.PROVIDER
                                .createObjectBuilder()
                                .add("stdout", stdout)
                                .add("stderr", stderr)
                                .add("ret_val", result))
                .add("workload_info", JsonText.PROVIDER.createObjectBuilder().add("status", "Used"))
                .add(
                        "metadata",
                        JsonText.PROVIDER
                                .createObjectBuilder()
                                .add("language", "python")
                                .add("runtime", "pyodide-webassembly")
                                .add("duration", 5)
                                .add("status", exitCode == 0 ? "success" : "error")
                                .add("exit_code", exitCode)
                                .add("timed_out", false))
                .build();
    }
}
