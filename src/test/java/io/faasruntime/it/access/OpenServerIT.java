package io.faasruntime.it.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.LibertyProcess;
import io.faasruntime.it.server.TestServer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that others could reach does not start before it knows whom to let in. */
@ExtendWith(ArquillianExtension.class)
class OpenServerIT {

    @Test
    void doesNotStartWithoutKeys() throws Exception {
        try (LibertyProcess server = LibertyProcess.launch("faasRuntimeOpen", Map.of("HTTP_HOST", "*"))) {
            server.awaitConsole("HTTP_HOST=* lets others reach this server, and anybody who reaches it could run code:"
                    + " set FAAS_RUNTIME_ACCESS_KEYS");
            assertTrue(server.awaitExit(2, TimeUnit.MINUTES));
            assertFalse(server.console().contains("is ready at"));
        }
    }

    @Test
    void doesNotStartWithAKeyThatIsNoKeyAndDoesNotRepeatIt() throws Exception {
        Map<String, String> environment =
                Map.of("HTTP_HOST", "0.0.0.0", "FAAS_RUNTIME_ACCESS_KEYS", "ci:secret-itself");
        try (LibertyProcess server = LibertyProcess.launch("faasRuntimeOddKey", environment)) {
            server.awaitConsole("configuration key faas-runtime.access.keys is '(entry 1, not shown)'");
            assertTrue(server.awaitExit(2, TimeUnit.MINUTES));
            assertFalse(server.console().contains("secret-itself"));
        }
    }

    @Test
    void startsWhenSomethingElseGuardsIt() throws Exception {
        Map<String, String> environment = Map.of(
                "HTTP_HOST",
                "*",
                "FAAS_RUNTIME_ACCESS_ANYBODY_MAY_RUN_CODE_BECAUSE_SOMETHING_ELSE_GUARDS_THIS_SERVER",
                "true");
        try (LibertyProcess server = LibertyProcess.start("faasRuntimeGuarded", environment)) {
            assertEquals("42\n", TestServer.stdout(server.client().run("js", "console.log(42)")));
        }
    }
}
