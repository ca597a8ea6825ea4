package io.faasruntime.faas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.CallContext;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what comes back. */
class WireTest {

    private static final Duration PLENTY = Duration.ofSeconds(15);

    private static final Fault ECHO = (connection, request) -> {
        JsonObject json = request.json();
        String input = json.containsKey("input") ? json.getString("input") : "";
        connection.answerJson(
                "200 OK",
                JsonText.write(JsonText.PROVIDER
                        .createObjectBuilder()
                        .add(
                                "output",
                                JsonText.PROVIDER
                                        .createObjectBuilder()
                                        .add("stdout", json.getString("code"))
                                        .add("stderr", "")
                                        .add("ret_val", input))
                        .add("metadata", JsonText.PROVIDER.createObjectBuilder().add("status", "success"))
                        .build()));
    };

    private final List<FaasBackend> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        opened.forEach(FaasBackend::stop);
    }

    private FaasBackend backend(MisbehavingServer server, String... more) {
        List<String> settings = new ArrayList<>(List.of("COZE_LOOP_FAAS_URL", server.address() + "/base"));
        settings.addAll(List.of(more));
        FaasBackend backend = Calls.backend(settings.toArray(String[]::new));
        opened.add(backend);
        return backend;
    }

    @Test
    void theRequestIsTheOneOfTheContract() throws Exception {
        try (MisbehavingServer server = new MisbehavingServer(Fault.NO_FAULT)) {
            SandboxConfig limits = new SandboxConfig(64, Duration.ofSeconds(5), 1000, false);
            Calls.run(
                    backend(server),
                    new Execution(
                            Language.PYTHON,
                            "print(1)",
                            null,
                            Map.of("space_id", "7"),
                            limits,
                            Deadline.after(limits.timeLimit()),
                            false));
            ReceivedRequest request = server.runs().get(0);
            assertEquals("POST", request.method());
            assertEquals("/base/run_code", request.path());
            assertEquals("application/json; charset=utf-8", request.headers().get("content-type"));
            assertEquals("gzip", request.headers().get("accept-encoding"));
            JsonObject json = request.json();
            assertEquals(Set.of("language", "code", "timeout", "priority", "ext", "limits"), json.keySet());
            assertEquals("python", json.getString("language"));
            assertFalse(json.getString("code").isBlank());
            assertEquals("normal", json.getString("priority"));
            assertEquals("7", json.getJsonObject("ext").getString("space_id"));
            assertTrue(json.getInt("timeout") <= 5000 && json.getInt("timeout") > 3000, "what is left of the limit");
            assertEquals(
                    JsonText.parse("{\"memory_mb\":64,\"max_output_bytes\":1000,\"network\":false}"),
                    json.getJsonObject("limits"));
        }
    }

    @Test
    void fiveMegabytesOfEveryKindOfCharacterComeBackAsTheyWere() throws Exception {
        String kinds =
                "emoji \uD83C\uDF0D, NUL \0, lone \uD800 and \uDC00, \u2028, quotes ' \" ` \\ ${x}, 你好é\r\n\t\u007f";
        String data = kinds.repeat(5 * 1024 * 1024 / kinds.length());
        try (MisbehavingServer server = new MisbehavingServer(ECHO).health(Fault.OURS)) {
            ExecutionResult result = Calls.run(
                    backend(server),
                    Calls.execution(
                            Language.PYTHON,
                            kinds,
                            JsonText.write(JsonText.PROVIDER.createValue(data)),
                            PLENTY,
                            false));
            assertEquals(kinds, result.output().stdout());
            assertTrue(data.equals(result.output().retVal()), "5 MB of result");
        }
    }

    @Test
    void ourOwnServersGetTheCodeAsItIsAndTypeScriptAsSuch() throws Exception {
        String answer = "{\"output\":{\"stdout\":\"a\",\"stderr\":\"b\",\"ret_val\":\"c\"},\"metadata\":{"
                + "\"status\":\"memory_limit\",\"duration\":12,\"queue_ms\":34,\"exit_code\":137,\"truncated\":true,"
                + "\"engine\":\"V8\",\"error\":{\"type\":\"T\",\"message\":\"m\",\"line\":3,\"column\":4}}}";
        try (MisbehavingServer server = new MisbehavingServer(Fault.json(answer)).health(Fault.OURS)) {
            FaasBackend backend = backend(server);
            String code = "return_val(input)";
            ExecutionResult result =
                    Calls.run(backend, Calls.execution(Language.TYPESCRIPT, code, "{\"a\":1}", PLENTY, false));
            JsonObject request = server.runs().get(0).json();
            assertEquals("ts", request.getString("language"));
            assertEquals(code, request.getString("code"));
            assertEquals(JsonText.parse("{\"a\":1}"), request.get("input"));
            assertEquals(ExecutionStatus.MEMORY_LIMIT, result.status());
            assertEquals(
                    "abc",
                    result.output().stdout()
                            + result.output().stderr()
                            + result.output().retVal());
            assertEquals(Duration.ofMillis(12), result.duration());
            assertEquals(Duration.ofMillis(34), result.queueTime());
            assertEquals(137, result.exitCode());
            assertTrue(result.truncated());
            assertEquals("V8", result.engine());
            assertEquals(3, result.error().orElseThrow().line());
            assertEquals(4, result.error().orElseThrow().column());
        }
    }

    @Test
    void secretsAndTheCallersTraceTravelInHeadersOnly() throws Exception {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        try (MisbehavingServer server = new MisbehavingServer(Fault.NO_FAULT, Fault.status(500))) {
            FaasBackend backend = backend(
                    server,
                    "faas-runtime.faas.token",
                    "t0ken",
                    "faas-runtime.faas.header-name",
                    "X-Api-Key",
                    "faas-runtime.faas.header-value",
                    "k3y");
            CallContext caller = CallContext.of(traceparent, "vendor=1", "request-1");
            Calls.run(backend, Calls.from(caller, Calls.python("print(1)", PLENTY)));
            Map<String, String> headers = server.runs().get(0).headers();
            assertEquals(traceparent, headers.get("traceparent"));
            assertEquals("vendor=1", headers.get("tracestate"));
            assertEquals("request-1", headers.get("x-request-id"));
            assertEquals("Bearer t0ken", headers.get("authorization"));
            assertEquals("k3y", headers.get("x-api-key"));

            FaasRuntimeException failure = assertThrows(
                    FaasRuntimeException.class, () -> Calls.run(backend, Calls.python("print(1)", PLENTY)));
            String told = failure + " " + failure.service() + " " + backend.health(Language.PYTHON)
                    + backend.metrics(Language.PYTHON);
            assertFalse(told.contains("t0ken") || told.contains("k3y"), told);
            assertFalse(server.runs().get(1).headers().containsKey("traceparent"), "the trace of another call");
        }
    }

    @Test
    void onlyOurOwnServersAreQuoted() throws Exception {
        Fault refusal = (connection, request) -> connection.answerJson(
                "400 Bad Request", "{\"detail\":\"timeout is 0; allowed is 1\",\"field\":\"timeout\",\"error\":\"e\"}");
        try (MisbehavingServer own = new MisbehavingServer(refusal).health(Fault.OURS);
                MisbehavingServer foreign = new MisbehavingServer(refusal)) {
            InvalidRequestException quoted = assertThrows(
                    InvalidRequestException.class, () -> Calls.run(backend(own), Calls.python("x", PLENTY)));
            assertEquals("timeout", quoted.field());
            assertTrue(quoted.getMessage().contains("allowed is 1"));
            InvalidRequestException silent = assertThrows(
                    InvalidRequestException.class, () -> Calls.run(backend(foreign), Calls.python("x", PLENTY)));
            assertEquals("", silent.field());
            assertFalse(silent.getMessage().contains("allowed is 1"));
        }
    }

    @Test
    void aRunThatOurOwnServerLostIsNotRepeated() throws Exception {
        Fault lost = (connection, request) ->
                connection.answerJson("503 Service Unavailable", "{\"detail\":\"a worker died\",\"retryable\":false}");
        try (MisbehavingServer server = new MisbehavingServer(lost).health(Fault.OURS)) {
            FaasRuntimeException failure = assertThrows(
                    FaasRuntimeException.class, () -> Calls.run(backend(server), Calls.python("x", PLENTY)));
            assertFalse(failure.retryable());
            assertEquals(1, server.runs().size());
        }
    }
}
