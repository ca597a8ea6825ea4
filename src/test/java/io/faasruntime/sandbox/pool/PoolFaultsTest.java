package io.faasruntime.sandbox.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.sandbox.engine.EngineCache;
import io.faasruntime.sandbox.engine.ScriptedEngine;
import io.faasruntime.sandbox.process.WorkerDeath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No worker is lost and no answer is left out when this JVM cannot make a thread or an object. */
@Timeout(60)
class PoolFaultsTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String LARGE = "print " + "x".repeat(100_000);

    @TempDir
    Path directory;

    private final UnreliableThreads machine = new UnreliableThreads();
    private WorkerPool pool;

    private void start() {
        start(Duration.ofSeconds(20));
    }

    private void start(Duration startTimeout) {
        PoolSettings settings = new PoolSettings(1, 100, 1000, startTimeout, Duration.ofMillis(120));
        EngineCache cache = new EngineCache(directory, PoolFaultsTest.class.getClassLoader());
        WorkerLauncher launcher = new WorkerLauncher(
                new ScriptedEngine(false), cache, new FrameLimits(0, 1 << 20), machine.timer, machine.listeners());
        pool = new WorkerPool("test", launcher, settings, 128, machine.timer, machine.threads);
        pool.warmUp();
    }

    @AfterEach
    void everyProcessEndsWithThePool() {
        if (pool != null) {
            pool.close();
        }
        machine.close();
        await(() -> ProcessHandle.current().descendants().noneMatch(ProcessHandle::isAlive));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "the condition did not come true in time");
            Thread.onSpinWait();
        }
    }

    private String answer(Job<String> job) throws Exception {
        pool.submit(job);
        return job.answer().get(30, TimeUnit.SECONDS);
    }

    /** The answer, or that there was none for a reason; never waits for ever. */
    private String outcome(String script) throws Exception {
        try {
            return answer(new ScriptedJob(script, LIMIT));
        } catch (ExecutionException e) {
            return e.getCause().getClass().getSimpleName();
        } catch (RuntimeException | OutOfMemoryError e) {
            return e.getClass().getSimpleName();
        }
    }

    private void serves() {
        await(() -> {
            try {
                return outcome("print next").equals("success");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        await(() -> pool.status().idle() == 1);
        assertEquals(0, pool.status().queued());
        assertTrue(pool.status().serving());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        Arguments.of("execute", (Function<UnreliableThreads, SingleFault>) m -> m.atExecute, 7),
                        Arguments.of("schedule", (Function<UnreliableThreads, SingleFault>) m -> m.atSchedule, 9),
                        Arguments.of("listen", (Function<UnreliableThreads, SingleFault>) m -> m.atListen, 4))
                .flatMap(fault -> IntStream.rangeClosed(1, (int) fault.get()[2])
                        .mapToObj(call -> Arguments.of(fault.get()[0], fault.get()[1], call)));
    }

    /** Every thread, timer and listener that a start, a run, a large run and a death ask for is refused once. */
    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("faults")
    void survivesWhateverItIsRefused(String what, Function<UnreliableThreads, SingleFault> where, int call)
            throws Exception {
        where.apply(machine).at(call);
        start();
        outcome("print first");
        outcome(LARGE);
        outcome("exit 3");
        outcome("print last");
        serves();
        assertTrue(where.apply(machine).isOver(), "nothing was refused");
    }

    @Test
    void answersARunWhoseRequestDoesNotFitIntoMemoryAndKeepsTheWorker() throws Exception {
        start();
        serves();
        String outcome = outcomeOf(new ScriptedJob("print never", LIMIT) {
            @Override
            protected Frame request(Duration timeLeft) {
                throw new OutOfMemoryError("injected");
            }
        });
        assertEquals("ServiceBusyException", outcome);
        serves();
        assertEquals(1, pool.status().started());
    }

    @Test
    void answersARunWhoseOutputDoesNotFitIntoMemory() throws Exception {
        start();
        String outcome = outcomeOf(new ScriptedJob("print something", LIMIT) {
            @Override
            protected boolean printed(FrameType stream, byte[] bytes) {
                throw new OutOfMemoryError("injected");
            }
        });
        assertEquals("DEATH", outcome);
        serves();
    }

    @Test
    void answersARunWhoseResultDoesNotFitIntoMemory() throws Exception {
        start();
        String outcome = outcomeOf(new ScriptedJob("print something", LIMIT) {
            @Override
            protected String done(Fields fields) {
                throw new OutOfMemoryError("injected");
            }
        });
        assertEquals("DEATH", outcome);
        serves();
    }

    @Test
    void answersARunWhoseEndCannotBeTold() throws Exception {
        start();
        String outcome = outcomeOf(new ScriptedJob("exit 3", LIMIT) {
            @Override
            protected String died(WorkerDeath death, Duration ran) {
                throw new OutOfMemoryError("injected");
            }
        });
        assertEquals("OutOfMemoryError", outcome);
        serves();
    }

    private String outcomeOf(Job<String> job) throws Exception {
        try {
            return answer(job);
        } catch (ExecutionException e) {
            return e.getCause().getClass().getSimpleName();
        }
    }

    @Test
    void takesAPlaceBackWhoseWorkerNobodyListensTo() throws Exception {
        // The first listens to stderr.
        machine.loseNextListener = 2;
        start(Duration.ofSeconds(1));
        serves();
        assertEquals(2, pool.status().started());
    }

    @Test
    void takesAPlaceBackWhoseWorkerIsNeverBuried() throws Exception {
        start();
        CountDownLatch testIsOver = new CountDownLatch(1);
        Job<String> stuck = new ScriptedJob("print something", Duration.ofMillis(300)) {
            @Override
            protected boolean printed(FrameType stream, byte[] bytes) {
                try {
                    return testIsOver.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    return false;
                }
            }
        };
        try {
            serves();
            pool.submit(stuck);
            assertThrows(ExecutionException.class, () -> stuck.answer().get(30, TimeUnit.SECONDS));
            serves();
        } finally {
            testIsOver.countDown();
        }
    }

    @Test
    void isNotReadyWhenNoProcessLives() {
        start();
        await(() -> pool.status().idle() == 1);
        assertTrue(pool.status().serving());
        machine.refuseEverything = true;
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        await(() -> !pool.status().serving());
        machine.refuseEverything = false;
        await(() -> pool.status().serving());
    }
}
