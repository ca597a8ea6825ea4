package io.faasruntime.it.server;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a server holds at one moment.
 *
 * @param workers by language: those that are idle, busy, starting, and the runs that wait
 * @param processes below the server, counted
 */
public record ServerState(Map<String, String> workers, int processes) {

    private static final List<String> COUNTERS = List.of("workers_idle", "workers_busy", "workers_starting", "queued");
    private static final Duration POLL = Duration.ofMillis(100);

    public static ServerState of(TestServer server, ServerProcess process) throws IOException, InterruptedException {
        JsonObject metrics = TestServer.json(server.get("faas/metrics"));
        Map<String, String> workers = new TreeMap<>();
        for (String language : metrics.keySet()) {
            JsonObject counters = metrics.getJsonObject(language);
            workers.put(
                    language,
                    COUNTERS.stream()
                            .map(counter -> counter + " " + counters.getInt(counter))
                            .collect(Collectors.joining(", ")));
        }
        return new ServerState(workers, process.descendants().size());
    }

    /** Waits until every worker is idle. */
    public static ServerState awaitQuiet(TestServer server, ServerProcess process, Duration limit)
            throws IOException, InterruptedException {
        return await(
                server,
                process,
                limit,
                state -> state.workers.values().stream()
                        .allMatch(counters -> counters.endsWith("workers_busy 0, workers_starting 0, queued 0")));
    }

    /** Waits until the server is as it was, at most {@code limit}; gives the last state seen. */
    public ServerState awaitSame(TestServer server, ServerProcess process, Duration limit)
            throws IOException, InterruptedException {
        return await(server, process, limit, this::equals);
    }

    private static ServerState await(
            TestServer server, ServerProcess process, Duration limit, java.util.function.Predicate<ServerState> wanted)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        ServerState state = of(server, process);
        while (!wanted.test(state) && System.nanoTime() < end) {
            Thread.sleep(POLL.toMillis());
            state = of(server, process);
        }
        return state;
    }
}
