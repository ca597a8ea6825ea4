package io.faasruntime.rest.departure;

import io.faasruntime.rest.departure.ConnectionTable.State;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cancels work whose client has closed its connection. Safe for threads.
 *
 * <p>Looks every 100 ms at the connections of the requests that have lasted for so long; while all are brief, nothing is
 * read at all. A client that closes only its sending half counts as gone, as it does for most servers and proxies: HTTP
 * clients do not do that. Where the system shows no table of connections, work goes on to its end.
 */
@ApplicationScoped
public class ClientWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ConnectionTable table;
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor looks;
    /** Whether addresses of requests have been found in the table: then one that is absent was closed. */
    private volatile boolean addressesAreReal;

    public ClientWatch() {
        this(new LinuxConnectionTable());
    }

    ClientWatch(ConnectionTable table) {
        this.table = table;
        this.looks = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "faas-runtime-client-watch");
            thread.setDaemon(true);
            return thread;
        });
        long nanos = BETWEEN_LOOKS.toNanos();
        looks.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Cancels {@code work} if the client of {@code request} goes away before it is done. */
    public void cancelWithClient(HttpServletRequest request, CompletableFuture<?> work) {
        if (!work.isDone()) {
            watch(Connection.of(request), work);
        }
    }

    void watch(Connection connection, CompletableFuture<?> work) {
        Watched entry = new Watched(connection, work, System.nanoTime());
        watched.add(entry);
        work.whenComplete((result, failure) -> watched.remove(entry));
    }

    private void look() {
        long now = System.nanoTime();
        List<Watched> lasting = watched.stream()
                .filter(entry -> now - entry.since >= BETWEEN_LOOKS.toNanos())
                .toList();
        if (!lasting.isEmpty()) {
            Collection<Connection> connections =
                    lasting.stream().map(entry -> entry.connection).toList();
            judge(lasting, table.states(connections));
        }
    }

    private void judge(List<Watched> lasting, Map<Connection, State> states) {
        for (Watched entry : lasting) {
            if (states.get(entry.connection) == State.OPEN) {
                entry.found = true;
                addressesAreReal = true;
            }
        }
        for (Watched entry : lasting) {
            State state = states.get(entry.connection);
            boolean known = entry.found || (entry.connection.certain() && addressesAreReal);
            if (state == State.CLOSED || (state == State.ABSENT && known)) {
                entry.work.cancel(true);
            }
        }
    }

    @PreDestroy
    void close() {
        looks.shutdownNow();
    }

    private static final class Watched {

        private final Connection connection;
        private final CompletableFuture<?> work;
        private final long since;
        /** Written and read by the watching thread alone. */
        private boolean found;

        Watched(Connection connection, CompletableFuture<?> work, long since) {
            this.connection = connection;
            this.work = work;
            this.since = since;
        }
    }
}
