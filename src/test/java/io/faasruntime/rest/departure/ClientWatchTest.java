package io.faasruntime.rest.departure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real sockets of this machine, as the kernel tells of them. */
class ClientWatchTest {

    private static final long HANGS_SECONDS = 20;

    private final ClientWatch watch = new ClientWatch();

    @AfterEach
    void close() {
        watch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aClientThatClosesCancelsItsWorkAndNoOther(String address) throws Exception {
        try (Pair stays = new Pair(address);
                Pair goes = new Pair(address)) {
            CompletableFuture<String> wanted = new CompletableFuture<>();
            CompletableFuture<String> unwanted = new CompletableFuture<>();
            watch.watch(stays.connection(true), wanted);
            watch.watch(goes.connection(true), unwanted);
            goes.client.close();
            assertCancelled(unwanted);
            assertFalse(wanted.isDone());
        }
    }

    @Test
    void aClientThatIsCutOffCancelsItsWork() throws Exception {
        try (Pair stays = new Pair("127.0.0.1");
                Pair goes = new Pair("127.0.0.1")) {
            CompletableFuture<String> unwanted = new CompletableFuture<>();
            watch.watch(stays.connection(true), new CompletableFuture<>());
            watch.watch(goes.connection(true), unwanted);
            // A reset: the connection vanishes from the table.
            goes.client.setSoLinger(true, 0);
            goes.client.close();
            goes.accepted.close();
            assertCancelled(unwanted);
        }
    }

    @Test
    void anAddressThatAProxyToldOfIsNeverTakenForAClosedConnection() throws Exception {
        try (Pair stays = new Pair("127.0.0.1");
                Pair goes = new Pair("127.0.0.1")) {
            CompletableFuture<String> ofAProxy = new CompletableFuture<>();
            CompletableFuture<String> unwanted = new CompletableFuture<>();
            watch.watch(stays.connection(true), new CompletableFuture<>());
            watch.watch(new Connection("192.0.2.7", 4711, stays.server.getLocalPort(), false), ofAProxy);
            watch.watch(new Connection("an.example", 4711, stays.server.getLocalPort(), false), ofAProxy);
            watch.watch(goes.connection(false), unwanted);
            goes.client.close();
            assertCancelled(unwanted);
            assertFalse(ofAProxy.isDone());
        }
    }

    private static void assertCancelled(CompletableFuture<?> work) {
        assertThrows(CancellationException.class, () -> work.get(HANGS_SECONDS, TimeUnit.SECONDS));
    }

    /** Both ends of a connection. */
    private static final class Pair implements AutoCloseable {

        final ServerSocket server;
        final Socket client;
        final Socket accepted;

        Pair(String address) throws IOException {
            InetAddress loopback = InetAddress.getByName(address);
            server = new ServerSocket(0, 1, loopback);
            client = new Socket(loopback, server.getLocalPort());
            accepted = server.accept();
        }

        Connection connection(boolean certain) {
            return new Connection(
                    accepted.getInetAddress().getHostAddress(), accepted.getPort(), accepted.getLocalPort(), certain);
        }

        @Override
        public void close() throws IOException {
            client.close();
            accepted.close();
            server.close();
        }
    }
}
