package io.faasruntime.spi;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.OutputListener;
import io.faasruntime.api.Validation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A way of running code. Implementations are {@code @ApplicationScoped} CDI beans and safe for threads.
 *
 * <p>A language is served by the backend that configuration names for it; without such a setting, by the backend with
 * the highest {@link #priority()} among those that {@link #serves serve} it.
 */
public interface ExecutionBackend {

    /** The {@link #name()} of the backend that comes in the box: this server's own engines. */
    String EMBEDDED = "embedded";

    /** Short and unique, lower case: {@code embedded}, {@code http}. Configuration and health checks show it. */
    String name();

    /** Who is asked first when several backends serve a language: the higher number. */
    int priority();

    /** The languages this backend brings along, known to everybody from then on; may be empty. Does not block. */
    Collection<Language> languages();

    /** Whether this backend is set up for {@code language}; does not say that it is healthy. Does not block. */
    boolean serves(Language language);

    /**
     * Runs code and does not block. Cancelling the returned stage's future ends the run.
     *
     * @return completed with the result, whatever the code did; exceptionally with a
     *     {@link io.faasruntime.api.FaasRuntimeException} when the service failed
     * @throws io.faasruntime.api.InvalidRequestException if this backend cannot grant what the run asks for
     */
    CompletionStage<ExecutionResult> execute(Execution execution);

    /**
     * As {@link #execute(Execution)}, and tells {@code listener} what the code prints while it runs. A backend that hears of
     * output only at the end tells all of it then.
     */
    default CompletionStage<ExecutionResult> execute(Execution execution, OutputListener listener) {
        return LateOutput.tell(execute(execution).toCompletableFuture(), listener);
    }

    /** How many runs in {@code language} it is worth having under way for one batch. Does not block. */
    default int parallelRuns(Language language) {
        return 8;
    }

    /** Whether {@link #executeTogether} is there for {@code language}. Does not block. */
    default boolean runsTogether(Language language) {
        return false;
    }

    /**
     * Runs the code of {@code execution} on each of {@code inputs}, one after the other, in a process that they share, and
     * does not block. Every input starts with fresh globals, and the limits of the execution hold for each of them; its
     * deadline is for the beginning. Cancelling the returned stage's future ends the runs.
     *
     * @param inputs JSON texts
     * @param each gets the results, in the order of the inputs, as they come; does not block
     * @return completed when no more results come. Those may be fewer than the inputs: an input that ends the process has its
     *     result like any other, and those after it were not begun. Exceptionally when the service failed; the inputs without
     *     a result were not run then, except the first of them, if the failure is not {@code retryable}
     */
    default CompletionStage<Void> executeTogether(
            Execution execution, List<String> inputs, Consumer<ExecutionResult> each) {
        throw new UnsupportedOperationException(name() + " runs each input by itself");
    }

    /**
     * How long after the deadline of a run this backend may still answer, by its own settings: a remote service needs time to
     * say that it ended the run. A call that has no answer some seconds after that fails, whatever the backend does.
     */
    default Duration grace(Language language) {
        return Duration.ZERO;
    }

    /** Whether {@link #validate} has a parser for {@code language}. */
    boolean validates(Language language);

    /**
     * Parses code, executes nothing, and does not block.
     *
     * @param requiredFunctions functions that code without errors must also define at its top level; each that is
     *     missing is a finding of severity error at line 1, column 1
     * @return completed with the findings; exceptionally as {@link #execute}
     */
    CompletionStage<Validation> validate(Language language, String code, Set<String> requiredFunctions);

    /** As above for code that need not define anything. */
    default CompletionStage<Validation> validate(Language language, String code) {
        return validate(language, code, Set.of());
    }

    /** Begins to get ready for runs in {@code language}; does not wait. Called once the application has started. */
    default void warmUp(Language language) {}

    /** Whether the backend is, or has been, ready for {@code language}, or never will be. Does not block. */
    default boolean isWarm(Language language) {
        return true;
    }

    /** Whether a run sent now would be accepted. May be a few seconds old; does not block on a network. */
    HealthStatus health(Language language);

    /** Counters and gauges for operators, by name; may be empty. */
    Map<String, Long> metrics(Language language);
}
