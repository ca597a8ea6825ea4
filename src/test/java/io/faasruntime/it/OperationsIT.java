package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.TestServer;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators look at. */
@ExtendWith(ArquillianExtension.class)
class OperationsIT {

    private final TestServer server = TestServer.shipped();

    @Test
    void readinessNamesEachLanguageItsBackendAndIsolation() throws Exception {
        JsonObject health = TestServer.json(server.get("health/ready"));
        assertEquals("UP", health.getString("status"), health.toString());
        Map<String, JsonObject> checks = health.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(check -> check.getString("name"), check -> check));
        for (String language : Set.of("python", "js", "ts")) {
            JsonObject data = checks.get("runtime-" + language).getJsonObject("data");
            assertEquals(language, data.getString("language"));
            assertEquals("embedded", data.getString("backend"));
            assertTrue(data.getString("isolation").contains("seccomp"), data.toString());
        }
    }

    @Test
    void livenessAndStartupAreUp() throws Exception {
        assertEquals(200, server.get("health/live").statusCode());
        assertEquals(200, server.get("health/started").statusCode());
    }

    @Test
    void metricsCountRunsByOutcome() throws Exception {
        server.run("python", "raise ValueError()");
        String metrics = server.get("metrics?scope=application").body();
        assertTrue(
                metrics.lines()
                        .anyMatch(line -> line.startsWith("faas_runs_total")
                                && line.contains("language=\"python\"")
                                && line.contains("outcome=\"error\"")),
                metrics);
        JsonObject counters = TestServer.json(server.get("api/runtimes/metrics"));
        assertNotEquals(0, counters.getJsonObject("python").getInt("runs_error_total"));
        assertTrue(TestServer.json(server.get("faas/metrics")).containsKey("js"));
    }

    @Test
    void runsOfTheContractCountLikeAllOthers() throws Exception {
        long before = successes("api/runtimes/metrics");
        assertEquals(before, successes("faas/metrics"));
        long measured = measuredSuccesses();
        for (String path : List.of("run_code", "faas/run_code", "api/runtimes/js/run")) {
            assertEquals(
                    200,
                    server.post(path, "{\"language\": \"js\", \"code\": \"1\"}").statusCode());
        }
        assertEquals(before + 3, successes("api/runtimes/metrics"));
        assertEquals(before + 3, successes("faas/metrics"));
        assertEquals(measured + 3, measuredSuccesses());
    }

    private long successes(String path) throws Exception {
        return TestServer.json(server.get(path)).getJsonObject("js").getInt("runs_success_total");
    }

    private long measuredSuccesses() throws Exception {
        return server.get("metrics?scope=application")
                .body()
                .lines()
                .filter(line -> line.startsWith("faas_runs_total{")
                        && line.contains("language=\"js\"")
                        && line.contains("outcome=\"success\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void everyLanguageIsDescribed() throws Exception {
        JsonArray runtimes = JsonText.parse(server.get("api/runtimes").body()).asJsonArray();
        assertEquals(3, runtimes.size());
        JsonObject python = TestServer.json(server.get("api/runtimes/PY"));
        assertEquals("python", python.getString("language"));
        assertEquals("up", python.getString("status"));
        assertEquals(30_000, python.getJsonObject("limits").getInt("timeout"));
        assertEquals(128, python.getJsonObject("limits").getInt("memory_mb"));
        assertEquals("up", TestServer.json(server.get("api/runtimes/health")).getString("status"));
    }

    @Test
    void thePreludeMakesTheSameResultAsTheBuiltInFunction() throws Exception {
        for (String language : Set.of("python", "js", "ts")) {
            String prelude =
                    server.get("api/runtimes/" + language + "/return-val").body();
            String call = language.equals("python") ? "return_val({'a': 1})" : "return_val({a: 1})";
            JsonObject with = server.run(language, prelude + call);
            JsonObject without = server.run(language, call);
            assertEquals(TestServer.retVal(without), TestServer.retVal(with), with.toString());
            assertEquals("", TestServer.stdout(with));
        }
    }

    @Test
    void clearingTheCacheStartsTheCountersAnew() throws Exception {
        server.run("python", "print(1)");
        assertEquals(204, server.delete("api/runtimes").statusCode());
        JsonObject counters = TestServer.json(server.get("api/runtimes/metrics"));
        assertEquals(0, counters.getJsonObject("python").getInt("runs_total"));
    }

    @Test
    void theContractsHealthSaysWhoAnswersAndForWhat() throws Exception {
        JsonObject health = TestServer.json(server.get("faas/health"));
        assertEquals("healthy", health.getString("status"));
        assertEquals("faas-runtime", health.getString("server"));
        assertEquals(3, health.getJsonArray("languages").size());
    }

    @Test
    void largeAnswersAreCompressedForClientsThatAcceptIt() throws Exception {
        String body = "{\"code\": \"console.log('x'.repeat(100000))\"}";
        HttpResponse<String> plain = server.post("api/runtimes/js/run", body);
        assertTrue(plain.headers().firstValue("Content-Encoding").isEmpty());
        HttpResponse<String> compressed = server.post("api/runtimes/js/run", body, Map.of("Accept-Encoding", "gzip"));
        assertEquals("gzip", compressed.headers().firstValue("Content-Encoding").orElse(""));
        assertTrue(compressed.body().length() < plain.body().length() / 10);
    }

    @Test
    void theOpenApiDocumentListsEveryCallWithExamples() throws Exception {
        String openapi = server.get("openapi").body();
        for (String path : Set.of(
                "/api/runtimes:",
                "/api/runtimes/{language}/run:",
                "/api/runtimes/{language}/validate:",
                "/run_code:",
                "/faas/run_code:")) {
            assertTrue(openapi.contains(path), path);
        }
        assertTrue(openapi.contains("examples:"), openapi);
    }

    @Test
    void theLandingPageSaysWhereToGoNext() throws Exception {
        String landing = server.get("").body();
        assertTrue(landing.contains("curl " + server.base() + "api/runtimes/python/run"), landing);
        assertTrue(landing.contains("/openapi/ui"), landing);
    }

    @Test
    void theLandingPageSuitsWhoeverAsks() throws Exception {
        HttpResponse<String> terminal = server.get("", "*/*");
        assertEquals(200, terminal.statusCode());
        assertTrue(terminal.body().startsWith("faas-runtime is running."), terminal.body());
        String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
        HttpResponse<String> page = server.get("", browser);
        assertEquals(200, page.statusCode());
        assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"), page.body());
        assertTrue(page.body().contains("<title>faas-runtime</title>"), page.body());
    }

    @Test
    void theOpenApiDocumentHasExamplesAndRefusals() throws Exception {
        JsonObject document = TestServer.json(server.get("openapi", "application/json"));
        JsonObject run = document.getJsonObject("paths").getJsonObject("/api/runtimes/{language}/run");
        JsonObject responses = run.getJsonObject("post").getJsonObject("responses");
        assertTrue(
                responses.keySet().containsAll(Set.of("200", "400", "404", "429", "502", "503", "504")),
                responses.toString());
        assertTrue(run.toString().contains("Run") && run.toString().contains("Runs code"), run.toString());
        assertTrue(document.toString().contains("return_val({'score'"), document.toString());
    }
}
