package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.LibertyProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody sees who starts a server that cannot work. */
@ExtendWith(ArquillianExtension.class)
class ConfigurationIT {

    @Test
    void aWrongSettingIsNamedWithItsValueAndWhatIsAllowed() throws Exception {
        Map<String, String> environment = Map.of("FAAS_RUNTIME_MAX_MEMORY_MB", "plenty");
        try (LibertyProcess server = LibertyProcess.launch("faasRuntimeMisconfigured", environment)) {
            server.awaitConsole("configuration key faas-runtime.max-memory-mb is 'plenty';"
                    + " allowed: a whole number from 64 to 65536");
        }
    }

    @Test
    void aTakenPortIsSaidInOneLineAndTheServerEnds() throws Exception {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = Map.of("HTTP_PORT", Integer.toString(somebody.getLocalPort()));
            try (LibertyProcess server = LibertyProcess.launch("faasRuntimePort", environment)) {
                server.awaitConsole("Port " + somebody.getLocalPort() + " on localhost is taken by another program."
                        + " Stop it, or set HTTP_PORT to a free port, and start again.");
                assertTrue(server.awaitExit(2, TimeUnit.MINUTES));
                assertEquals(0, server.workers().size());
            }
        }
    }
}
