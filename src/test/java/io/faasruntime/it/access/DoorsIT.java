package io.faasruntime.it.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.LibertyProcess;
import io.faasruntime.it.server.NewKey;
import io.faasruntime.it.server.RawHttp;
import io.faasruntime.it.server.TestServer;
import io.faasruntime.it.server.Tokens;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that listens on every address and knows its callers, by keys and by tokens. */
@ExtendWith(ArquillianExtension.class)
class DoorsIT {

    private static final String RUN = "{\"language\": \"js\", \"code\": \"console.log(6 * 7)\", \"inputs\": []}";
    private static final Set<String> OPEN = Set.of("GET /faas/health");
    private static final Set<String> ADMIN = Set.of(
            "DELETE /api/runtimes",
            "GET /api/runtimes/health",
            "GET /api/runtimes/metrics",
            "GET /faas/metrics",
            "GET /metrics");
    private static final String SECRET = "X-Api-Key";

    private static LibertyProcess liberty;
    private static TestServer server;
    private static Tokens issuer;
    private static NewKey user;
    private static NewKey admin;
    private static NewKey ended;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Tokens();
        user = NewKey.make("ci", "runtime-user");
        admin = NewKey.make("ops", "runtime-user+runtime-admin");
        ended = NewKey.make("old", "runtime-user", "2020-01-31");
        Map<String, String> environment = new HashMap<>(issuer.settings());
        environment.put("HTTP_HOST", "*");
        environment.put("FAAS_RUNTIME_ACCESS_KEYS", String.join(",", user.line(), admin.line(), ended.line()));
        environment.put("FAAS_RUNTIME_ACCESS_ORIGINS", "https://app.example");
        liberty = LibertyProcess.start("faasRuntimeDoors", environment);
        server = liberty.client();
    }

    @AfterAll
    static void stop() {
        if (liberty != null) {
            liberty.close();
        }
    }

    private static Map<String, Map<String, String>> wrongOnes() throws Exception {
        Map<String, Map<String, String>> wrong = new LinkedHashMap<>();
        wrong.put("an unknown key", Map.of(SECRET, "frk_" + "x".repeat(43)));
        wrong.put("a key that has ended", Map.of(SECRET, ended.key()));
        wrong.put("the hash of a key", Map.of(SECRET, user.line().split(":")[2]));
        wrong.put("the name of a key", Map.of(SECRET, "ci"));
        wrong.put("an empty key", Map.of(SECRET, ""));
        wrong.put("basic", Map.of("Authorization", "Basic Y2k6Y2k="));
        wrong.put("no scheme", Map.of("Authorization", user.key()));
        wrong.put("an expired token", bearer(issuer.token(Duration.ofMinutes(-1), "runtime-user")));
        wrong.put("a token of somebody else", bearer(new Tokens().token(Duration.ofMinutes(5), "runtime-user")));
        wrong.put(
                "a token of another issuer",
                bearer(issuer.token("https://evil.example", Tokens.AUDIENCE, Duration.ofMinutes(5), "runtime-user")));
        wrong.put(
                "a token for another server",
                bearer(issuer.token(Tokens.ISSUER, "somebody-else", Duration.ofMinutes(5), "runtime-user")));
        String good = issuer.token(Duration.ofMinutes(5), "runtime-user");
        wrong.put("a token without a signature", bearer(good.substring(0, good.lastIndexOf('.') + 1)));
        wrong.put("a token that says none", bearer("eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + "."));
        wrong.put("two credentials", Map.of(SECRET, user.key(), "Authorization", "Bearer " + user.key()));
        return wrong;
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    @Test
    void everyRouteAsksForItsRole() throws Exception {
        Map<String, String> bearerUser = bearer(user.key());
        for (String route : routes()) {
            boolean open = OPEN.contains(route);
            boolean forAdmins = ADMIN.contains(route);
            assertEquals(open ? 200 : 401, status(route, Map.of()), route);
            for (var wrong : wrongOnes().entrySet()) {
                assertEquals(401, status(route, wrong.getValue()), route + " with " + wrong.getKey());
            }
            assertEquals(open ? 200 : 403, status(route, bearer(issuer.token(Duration.ofMinutes(5)))), route);
            int forUser = forAdmins ? 403 : 200;
            assertEquals(forUser, status(route, Map.of(SECRET, user.key())), route);
            assertEquals(forUser, status(route, bearerUser), route);
            assertEquals(forUser, status(route, bearer(issuer.token(Duration.ofMinutes(5), "runtime-user"))), route);
            int forAdmin = route.startsWith("DELETE") ? 204 : 200;
            assertEquals(forAdmin, status(route, Map.of(SECRET, admin.key())), route);
            assertEquals(forAdmin, status(route, bearer(issuer.token(Duration.ofMinutes(5), "runtime-admin"))), route);
        }
    }

    /** Those of the document, and those that the server adds. */
    private static List<String> routes() throws IOException, InterruptedException {
        HttpResponse<String> document = server.send("GET", "openapi?format=json", "", Map.of(SECRET, admin.key()));
        List<String> routes = new java.util.ArrayList<>(List.of("GET /metrics", "GET /openapi", "GET /openapi/ui/"));
        JsonObject paths = TestServer.json(document).getJsonObject("paths");
        paths.forEach((path, methods) -> methods.asJsonObject()
                .keySet()
                .forEach(method -> routes.add(
                        method.toUpperCase(java.util.Locale.ROOT) + " " + path.replaceAll("\\{\\w+}", "js"))));
        assertTrue(routes.size() >= 14, routes.toString());
        return routes;
    }

    private static int status(String route, Map<String, String> headers) throws IOException, InterruptedException {
        String[] words = route.split(" ");
        String body = words[0].equals("POST") ? RUN : "";
        HttpResponse<String> response = server.send(words[0], words[1].substring(1), body, headers);
        if (response.statusCode() == 401) {
            assertTrue(
                    response.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"), route);
        }
        if (response.statusCode() >= 400) {
            assertEquals(response.statusCode(), TestServer.json(response).getInt("status"), response.body());
        }
        return response.statusCode();
    }

    @Test
    void noSpellingOfAnAddressOpensADoor() throws Exception {
        RawHttp raw = new RawHttp(server.base().getPort());
        for (String path : List.of(
                "/health/..;/run_code",
                "/health/live;/../run_code",
                "/faas/health/../run_code",
                "/faas/health;a=b/../run_code",
                "/faas/%68ealth/../run_code",
                "//run_code",
                "/./run_code",
                "/run_code;x=y",
                "/run_code/",
                "/%72un_code",
                "/faas//run_code",
                "/api/runtimes/js/run;x",
                "/health/%2e%2e/run_code",
                "/;/run_code")) {
            for (String method : List.of("POST", "GET", "post")) {
                String answer = raw.ask(method, path, "Host: localhost");
                assertTrue(Set.of(400, 401, 404, 405).contains(RawHttp.status(answer)), path + " " + answer);
                assertFalse(answer.contains("stdout"), answer);
            }
        }
        for (String path : List.of(
                "/api/runtimes/%6detrics",
                "/api/runtimes/metrics;x",
                "/api/runtimes/metrics/",
                "/faas/metrics;x=y",
                "/faas//metrics",
                "/api/runtimes/./metrics",
                "/metrics;x",
                "/%6detrics")) {
            String answer = raw.ask("GET", path, "Host: localhost", "X-Api-Key: " + user.key());
            assertTrue(Set.of(400, 403, 404).contains(RawHttp.status(answer)), path + " " + answer);
        }
    }

    @Test
    void probesComeInAndSeeNoDetails() throws Exception {
        for (String path : List.of("health", "health/live", "health/ready", "health/started", "faas/health", "")) {
            HttpResponse<String> response = server.get(path);
            assertEquals(200, response.statusCode(), path);
            for (String detail : List.of("isolation", "seccomp", "V8", "CPython", "deadlocked")) {
                assertFalse(response.body().contains(detail), path + ": " + response.body());
            }
        }
        assertFalse(server.send("GET", "api/runtimes", "", Map.of(SECRET, user.key()))
                .body()
                .contains("seccomp"));
        assertTrue(server.send("GET", "api/runtimes", "", Map.of(SECRET, admin.key()))
                .body()
                .contains("seccomp"));
    }

    @Test
    void aConfiguredPageMayCallAndReadTheAnswer() throws Exception {
        RawHttp raw = new RawHttp(server.base().getPort());
        String preflight = raw.ask(
                "OPTIONS",
                "/run_code",
                "Host: localhost",
                "Origin: https://app.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization,content-type");
        assertEquals(204, RawHttp.status(preflight), preflight);
        assertTrue(preflight.contains("Access-Control-Allow-Origin: https://app.example"), preflight);
        assertTrue(preflight.contains("Access-Control-Allow-Headers: Authorization"), preflight);
        HttpResponse<String> run =
                server.send("POST", "run_code", RUN, Map.of(SECRET, user.key(), "Origin", "https://app.example"));
        assertEquals(
                "https://app.example",
                run.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        assertEquals(
                403,
                server.send("POST", "run_code", RUN, Map.of(SECRET, user.key(), "Origin", "https://evil.example"))
                        .statusCode());
    }

    @Test
    void aGatewayRunsCodeOnANodeWithKeys() throws Exception {
        Map<String, String> environment =
                Map.of("COZE_LOOP_FAAS_URL", server.base() + "faas", "FAAS_RUNTIME_FAAS_TOKEN", user.key());
        try (LibertyProcess gateway = LibertyProcess.start("faasRuntimeDoorsGateway", environment)) {
            JsonObject result = gateway.client().run("js", "console.log(6 * 7)");
            assertEquals("42\n", TestServer.stdout(result));
            assertEquals(200, gateway.client().get("health/ready").statusCode());
        }
    }

    @Test
    void refusalsAreInTheLogWithoutCredentials() throws Exception {
        server.send("POST", "run_code", RUN, Map.of(SECRET, "wrong-" + ended.key()));
        server.send("DELETE", "api/runtimes", "", Map.of(SECRET, user.key()));
        liberty.awaitLog("refused: POST from 127.0.0.1, no credential 401 (credential)");
        liberty.awaitLog("refused: DELETE from 127.0.0.1, key ci 403 (role)");
        for (NewKey key : List.of(user, admin, ended)) {
            assertFalse(liberty.log().contains(key.key()));
        }
    }
}
