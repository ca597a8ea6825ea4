package io.faasruntime.it.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.RawHttp;
import io.faasruntime.it.server.TestServer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server on somebody's own machine, as web pages that this person happens to have open can reach it. */
@ExtendWith(ArquillianExtension.class)
class StrangersIT {

    private static final List<String> PATHS = List.of(
            "/",
            "/run_code",
            "/faas/run_code",
            "/faas/health",
            "/api/runtimes",
            "/api/runtimes/python/run",
            "/nothing",
            "/health",
            "/health/live",
            "/health/x",
            "/metrics",
            "/openapi",
            "/openapi/ui/",
            "/openapi/ui/index.html");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "ODD");

    private final RawHttp server = new RawHttp(TestServer.port());
    private final String own = "localhost:" + TestServer.port();

    static Stream<String> everyWay() {
        return METHODS.stream().flatMap(method -> PATHS.stream().map(path -> method + " " + path));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aForeignHostIsTurnedAway(String way) throws Exception {
        String answer = ask(way, "Host: evil.example");
        assertEquals(421, RawHttp.status(answer), answer);
        assertTrue(way.startsWith("HEAD") || answer.contains("FAAS_RUNTIME_ACCESS_HOSTS"), answer);
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aForeignPageIsTurnedAway(String way) throws Exception {
        String answer = ask(way, "Host: " + own, "Origin: http://evil.example");
        assertEquals(403, RawHttp.status(answer), answer);
        assertTrue(way.startsWith("HEAD") || answer.contains("FAAS_RUNTIME_ACCESS_ORIGINS"), answer);
        assertFalse(answer.contains("Access-Control"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example\"><x>",
                "localhost.evil.example",
                "evil.example:80@localhost",
                "localhost@evil.example",
                "localhost, evil.example",
                "127.0.0.1.evil.example",
                "localhost%00.evil.example",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "[::]",
                "[::ffff:7f00:1]x",
                ""
            })
    void whatOnlyLooksLikeOneOfItsNamesIsForeign(String host) throws Exception {
        for (String path : List.of("/", "/health/live", "/metrics")) {
            String answer = server.ask("GET", path, "Host: " + host);
            assertTrue(List.of(400, 421).contains(RawHttp.status(answer)), answer);
            assertSaysNothingOfTheServer(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:1", "127.0.0.1", "127.0.0.1:9080", "[::1]", "[::1]:9080"})
    void itsOwnNamesAreGood(String host) throws Exception {
        for (String path : List.of("/", "/health/live", "/metrics", "/openapi")) {
            assertEquals(200, RawHttp.status(server.ask("GET", path, "Host: " + host)), path);
        }
    }

    @Test
    void aForeignNameInTheRequestLineIsForeignAsWell() throws Exception {
        assertEquals(421, RawHttp.status(server.ask("GET", "http://evil.example/", "Host: " + own)));
        assertEquals(421, RawHttp.status(server.ask("GET", "http://evil.example/health/live", "Host: " + own)));
    }

    @Test
    void twoHostsAreOneTooMany() throws Exception {
        assertEquals(400, RawHttp.status(server.ask("GET", "/", "Host: " + own, "Host: evil.example")));
    }

    @Test
    void headersOfAServerInFrontCountForNothing() throws Exception {
        String answer = server.ask("GET", "/", "Host: evil.example", "X-Forwarded-Host: localhost", "$WSSN: localhost");
        assertEquals(421, RawHttp.status(answer));
        answer = server.ask("GET", "/", "Host: " + own, "X-Forwarded-Host: evil.example", "$WSSN: evil.example");
        assertEquals(200, RawHttp.status(answer));
        assertFalse(answer.contains("evil"), answer);
    }

    @Test
    void itsOwnPagesMayCallItAndNoOtherPageLearnsAnything() throws Exception {
        String answer = ask("GET /api/runtimes", "Host: " + own, "Origin: http://" + own);
        assertEquals(200, RawHttp.status(answer));
        assertFalse(answer.contains("Access-Control"), answer);
        for (String origin : List.of("null", "http://localhost:1", "http://" + own + ".evil.example", "file://", "*")) {
            assertEquals(403, RawHttp.status(ask("GET /api/runtimes", "Host: " + own, "Origin: " + origin)), origin);
        }
        String preflight = ask(
                "OPTIONS /run_code",
                "Host: " + own,
                "Origin: http://evil.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: content-type");
        assertEquals(403, RawHttp.status(preflight), preflight);
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void noAnswerNamesWhatItIsMadeOf(String way) throws Exception {
        assertSaysNothingOfTheServer(ask(way, "Host: " + own));
    }

    private String ask(String way, String... headers) throws IOException {
        String[] words = way.split(" ");
        return server.ask(words[0], words[1], headers);
    }

    /**
     * Of the page that shows the calls, and of the counters, only the head is looked at: they are the server's, and have
     * names of scripts and classes in them for whoever may see them.
     */
    private static void assertSaysNothingOfTheServer(String answer) {
        boolean serversOwn = answer.contains("<title>Swagger UI</title>") || answer.contains("# TYPE ");
        String seen = serversOwn ? answer.split("\r\n\r\n", 2)[0] : answer;
        for (String word : List.of(
                "SRVE",
                "Exception",
                "java.",
                "jakarta.",
                "com.ibm",
                "io.openliberty",
                "RESTEASY",
                "Liberty",
                "Servlet/",
                "X-Powered-By",
                "wlp",
                "/tmp",
                "/opt",
                "/root",
                "\tat ")) {
            assertFalse(seen.contains(word), word + " in " + seen);
        }
    }
}
