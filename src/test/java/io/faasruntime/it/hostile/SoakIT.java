package io.faasruntime.it.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.ServerFootprint;
import io.faasruntime.it.server.ServerProcess;
import io.faasruntime.it.server.ServerState;
import io.faasruntime.it.server.TestServer;
import io.faasruntime.wire.JsonText;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twenty thousand runs, hostile ones among them: every one right, and nothing piles up. Only in the soak profile. */
@Tag("soak")
@ExtendWith(ArquillianExtension.class)
class SoakIT {

    private static final Logger LOG = Logger.getLogger(SoakIT.class.getName());
    private static final int RUNS = Integer.getInteger("soak.runs", 20_000);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("soak.seconds", 720));
    private static final int CALLERS = 8;
    private static final int WARM_UP_RUNS = 200;
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final int MORE_FILES = 32;
    private static final int MORE_THREADS = 64;

    private final TestServer server = TestServer.shipped();
    private final ServerProcess process = ServerProcess.managed();
    private final Random chance = new Random(7);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void everyRunIsRightAndNothingPilesUp() throws Exception {
        run(WARM_UP_RUNS);
        ServerState stateBefore = ServerState.awaitQuiet(server, process, QUIET);
        ServerFootprint before = ServerFootprint.of(server, process);
        right.set(0);
        refused.set(0);
        next.set(WARM_UP_RUNS);
        long start = System.nanoTime();
        run(WARM_UP_RUNS + RUNS);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        ServerState stateAfter = stateBefore.awaitSame(server, process, QUIET);
        ServerFootprint after = ServerFootprint.of(server, process);

        LOG.info(() -> right + " runs right, " + wrong.size() + " wrong, " + refused + " refused, in " + took
                + "\nbefore " + before + "\nafter  " + after);
        assertTrue(
                wrong.isEmpty(),
                () -> wrong.size() + " wrong: " + wrong.stream().limit(10).toList());
        assertEquals(stateBefore, stateAfter);
        assertTrue(after.openFiles() <= before.openFiles() + MORE_FILES, before + " " + after);
        assertTrue(after.threads() <= before.threads() + MORE_THREADS, before + " " + after);
    }

    private void run(int upTo) throws InterruptedException {
        long end = System.nanoTime() + TIME.toNanos();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        for (int i = 0; i < CALLERS; i++) {
            callers.execute(() -> {
                for (int run = next.incrementAndGet(); run <= upTo; run = next.incrementAndGet()) {
                    if (System.nanoTime() > end) {
                        return;
                    }
                    runOne(run);
                }
            });
        }
        callers.shutdown();
        assertTrue(callers.awaitTermination(TIME.toSeconds() + QUIET.toSeconds(), TimeUnit.SECONDS));
    }

    private void runOne(int run) {
        SoakProgram program = SoakProgram.any(chance);
        try {
            HttpResponse<String> response =
                    server.post("api/runtimes/" + program.language() + "/run", JsonText.write(program.request(run)));
            if (response.statusCode() == 503 && program.mayBeRefused()) {
                refused.incrementAndGet();
            } else if (response.statusCode() == 200 && program.isRight(run, TestServer.json(response))) {
                right.incrementAndGet();
            } else {
                wrong.add(run + " " + program.language() + " " + program.status() + ": " + response.statusCode() + " "
                        + response.body()
                                .substring(0, Math.min(400, response.body().length())));
            }
        } catch (Exception e) {
            wrong.add(run + " " + e);
        }
    }
}
