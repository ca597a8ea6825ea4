package io.faasruntime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.Language;
import io.faasruntime.api.OutputListener;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.api.Validation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link ExecutionBackend} does, whatever it runs code with. A backend is held to it by a subclass that says
 * how to make one and how its language prints, fails and never ends.
 */
@Timeout(120)
public abstract class BackendBehaviour {

    /** Far beyond every limit in here: who takes longer hangs. */
    private static final long HANGS_S = 30;

    /** A limit that no run in here reaches unless it never ends. */
    private static final Duration LONG = Duration.ofSeconds(60);

    /** The backend; the same one throughout a test. */
    protected abstract ExecutionBackend backend();

    /** A language that it serves. */
    protected abstract Language language();

    /** Code that prints {@code word} and a line break, and ends. */
    protected abstract String printing(String word);

    /** Code that prints {@code word} and a line break, and then fails. */
    protected abstract String failingAfter(String word);

    /** Code that prints {@code word} and a line break, and then never ends by itself. */
    protected abstract String endlessAfter(String word);

    /** How long a run lasts that nobody waits for, at most. */
    protected Duration limitOfAbandonedRuns() {
        return LONG;
    }

    private Execution execution(String code, SandboxConfig limits) {
        Deadline deadline = Deadline.after(limits.timeLimit());
        return new Execution(language(), code, null, Map.of(), limits, deadline, false);
    }

    private CompletableFuture<ExecutionResult> begin(String code, Duration limit) {
        return backend()
                .execute(execution(code, SandboxConfig.DEFAULT.withTimeLimit(limit)))
                .toCompletableFuture();
    }

    private static ExecutionResult end(CompletableFuture<ExecutionResult> run) throws Exception {
        return run.get(HANGS_S, TimeUnit.SECONDS);
    }

    private ExecutionResult run(String code) throws Exception {
        return end(begin(code, LONG));
    }

    @Test
    protected void saysWhoItIsAndWhatItServes() {
        ExecutionBackend backend = backend();
        assertTrue(backend.name().matches("[a-z][a-z0-9-]*"), backend.name());
        assertTrue(backend.serves(language()));
        assertFalse(backend.serves(new Language("nobody-speaks-this", Set.of())));
        assertFalse(backend.grace(language()).isNegative());
        assertTrue(backend.parallelRuns(language()) >= 1);
    }

    @Test
    protected void runsCodeAndTellsWhatItPrinted() throws Exception {
        ExecutionResult result = run(printing("hello"));
        assertEquals(ExecutionStatus.SUCCESS, result.status());
        assertEquals("hello\n", result.output().stdout());
        assertEquals(0, result.exitCode());
        assertEquals(Optional.empty(), result.error());
        assertFalse(result.truncated());
    }

    @Test
    protected void whatTheCodeDidIsDataAndNeverAnException() throws Exception {
        ExecutionResult result = run(failingAfter("so far"));
        assertEquals(ExecutionStatus.ERROR, result.status());
        assertEquals("so far\n", result.output().stdout());
        assertNotEquals(0, result.exitCode());
        assertEquals(ExecutionStatus.SUCCESS, run(printing("next")).status());
    }

    @Test
    protected void endsARunAtItsTimeLimitAndKeepsWhatItPrinted() throws Exception {
        ExecutionResult result = end(begin(endlessAfter("so far"), Duration.ofMillis(1500)));
        assertEquals(ExecutionStatus.TIMEOUT, result.status());
        assertEquals(124, result.exitCode());
        assertEquals("so far\n", result.output().stdout());
        assertEquals(ExecutionStatus.SUCCESS, run(printing("next")).status());
    }

    @Test
    protected void doesNotBlockAndACancelledRunMakesRoom() throws Exception {
        List<CompletableFuture<ExecutionResult>> endless = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            endless.add(begin(endlessAfter("busy"), limitOfAbandonedRuns()));
        }
        for (CompletableFuture<ExecutionResult> run : endless) {
            assertFalse(run.isDone());
            run.cancel(true);
        }
        assertEquals("next\n", run(printing("next")).output().stdout());
    }

    @Test
    protected void neverSucceedsOnceTheDeadlineHasPassed() throws Exception {
        Execution late = new Execution(
                language(),
                printing("too late"),
                null,
                Map.of(),
                SandboxConfig.DEFAULT,
                Deadline.after(Duration.ZERO),
                false);
        CompletableFuture<ExecutionResult> run = backend().execute(late).toCompletableFuture();
        try {
            assertEquals(ExecutionStatus.TIMEOUT, end(run).status());
        } catch (ExecutionException e) {
            assertInstanceOf(FaasRuntimeException.class, e.getCause());
        }
    }

    @Test
    protected void givesEveryCallerItsOwnResult() throws Exception {
        List<CompletableFuture<ExecutionResult>> runs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            runs.add(begin(printing("run " + i), LONG));
        }
        for (int i = 0; i < runs.size(); i++) {
            assertEquals("run " + i + "\n", end(runs.get(i)).output().stdout());
        }
    }

    @Test
    protected void cutsOutputAtItsLimitAndSaysSo() throws Exception {
        SandboxConfig limits = SandboxConfig.DEFAULT.withMaxOutputBytes(4).withTimeLimit(LONG);
        ExecutionResult result =
                end(backend().execute(execution(printing("0123456789"), limits)).toCompletableFuture());
        assertEquals("0123", result.output().stdout());
        assertTrue(result.truncated());
    }

    @Test
    protected void tellsAListenerEverythingThatWasPrinted() throws Exception {
        StringBuffer heard = new StringBuffer();
        OutputListener listener = new OutputListener() {
            @Override
            public void stdout(String text) {
                heard.append(text);
            }

            @Override
            public void stderr(String text) {}
        };
        Execution execution = execution(failingAfter("heard"), SandboxConfig.DEFAULT.withTimeLimit(LONG));
        ExecutionResult result = end(backend().execute(execution, listener).toCompletableFuture());
        assertEquals("heard\n", result.output().stdout());
        assertEquals("heard\n", heard.toString());
    }

    @Test
    protected void validatesOrSaysThatItCannot() throws Exception {
        CompletableFuture<Validation> validation =
                backend().validate(language(), printing("fine")).toCompletableFuture();
        if (backend().validates(language())) {
            assertTrue(validation.get(HANGS_S, TimeUnit.SECONDS).valid());
        } else {
            assertThrows(ExecutionException.class, () -> validation.get(HANGS_S, TimeUnit.SECONDS));
        }
    }

    @Test
    protected void isUpAndCountsOnceItHasRun() throws Exception {
        run(printing("warm"));
        assertTrue(
                backend().health(language()).up(), backend().health(language()).reason());
        assertTrue(backend().isWarm(language()));
        backend().metrics(language()).forEach((name, value) -> assertTrue(name.matches("[a-z][a-z0-9_]*"), name));
    }
}
