package io.faasruntime.server;

import io.faasruntime.config.SettingsReader;
import io.faasruntime.runtime.RuntimeManager;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * Once the server answers at its address and its workers are warm, says so and where to go next; if somebody else has the port, says that and ends
 * the server, which otherwise reports that it is ready and cannot be reached.
 */
@Dependent
public class Announcement {

    private static final Logger LOG = Logger.getLogger("faas-runtime");
    /** Between INFO and WARNING, where Liberty has the messages that it shows on its console without being asked. */
    private static final Level NOTICE = new Notice();

    private static final Duration PORT_OPENS_WITHIN = Duration.ofSeconds(90);
    private static final Duration WARM_WITHIN = Duration.ofSeconds(60);
    private static final Duration TAKEN_PORT_PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final ServerInstance instance;
    private final RuntimeManager manager;
    private final boolean wanted;
    private final String host;
    private final int port;

    @Inject
    public Announcement(Config config, ServerInstance instance, RuntimeManager manager) {
        SettingsReader settings = new SettingsReader(config);
        this.instance = instance;
        this.manager = manager;
        this.wanted = settings.flag("faas-runtime.server.announce", false);
        this.host = settings.text("http.host").orElse("localhost");
        this.port = settings.integer("http.port", 9080, -1, 65_535);
    }

    void start(@Observes Startup event) {
        if (wanted && port > 0) {
            // While the application starts the server has not opened its port yet: whoever has it is somebody else, or
            // this server when the application is merely deployed anew.
            Duration patience = isFree() ? PORT_OPENS_WITHIN : TAKEN_PORT_PATIENCE;
            Thread thread = new Thread(() -> watch(patience), "faas-runtime-announcement");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void watch(Duration patience) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        try {
            if (await(patience, () -> answersAsThisInstance(client))) {
                announce();
            } else {
                giveUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void announce() throws InterruptedException {
        boolean warm = await(WARM_WITHIN, manager::isWarm);
        String message = warm
                ? "faas-runtime is ready at {0} : open it to see where to go next"
                : "faas-runtime answers at {0} , but not for every language: {0}health/ready says why";
        LOG.log(NOTICE, message, address());
    }

    private void giveUp() {
        LOG.log(
                Level.SEVERE,
                "Port {0} on {1} is taken by another program. Stop it, or set HTTP_PORT to a free port,"
                        + " and start again. Stopping.",
                new Object[] {Integer.toString(port), host});
        Runtime.getRuntime().exit(1);
    }

    private static boolean await(Duration patience, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return true;
    }

    private boolean answersAsThisInstance(HttpClient client) {
        HttpRequest request =
                HttpRequest.newBuilder(address()).timeout(Duration.ofSeconds(2)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue(ServerInstance.HEADER)
                    .filter(instance.id()::equals)
                    .isPresent();
        } catch (IOException e) {
            // Not open yet, or not HTTP: look again until the patience ends.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private URI address() {
        String reachable = host.equals("*") || host.equals("0.0.0.0") ? "localhost" : host;
        return URI.create("http://" + reachable + ":" + port + "/");
    }

    private boolean isFree() {
        InetSocketAddress address = host.equals("*") ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static final class Notice extends Level {

        private static final long serialVersionUID = 1L;

        Notice() {
            super("AUDIT", 850);
        }
    }
}
