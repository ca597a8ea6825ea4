package io.faasruntime.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Runs code of one language. Instances come from {@code RuntimeManager}, are shared, and are safe for threads.
 */
public interface Runtime {

    /** The language of this runtime. */
    Language language();

    /** Every name that leads to this runtime, the canonical one first. */
    List<String> supportedLanguages();

    /** The limits of a run that brings none of its own. */
    SandboxConfig sandboxConfig();

    /**
     * Runs {@code request} and waits for its end: at most its time limit and a small grace.
     *
     * @throws InvalidRequestException if the request cannot be run as it is; names the field and what is allowed
     * @throws FaasRuntimeException if the service failed; never for what the code did
     */
    ExecutionResult runCode(ExecutionRequest request);

    /** As {@link #runCode(ExecutionRequest)} for code without input, under this runtime's own limits. */
    default ExecutionResult runCode(String code) {
        return runCode(ExecutionRequest.of(code));
    }

    /**
     * Starts {@code request} and does not wait. Cancelling the future ends the run, wherever it is.
     *
     * <p>The future completes on a thread of the backend: continue with the {@code Async} methods and a managed executor
     * where the container's context is needed.
     *
     * @return completed with the result, or exceptionally with a {@link FaasRuntimeException}
     * @throws InvalidRequestException if the request cannot be run as it is
     */
    CompletionStage<ExecutionResult> runCodeAsync(ExecutionRequest request);

    /**
     * As {@link #runCodeAsync(ExecutionRequest)}, and tells {@code listener} what the code prints while it runs, as far as the
     * service can.
     */
    CompletionStage<ExecutionResult> runCodeAsync(ExecutionRequest request, OutputListener listener);

    /**
     * Starts a batch and does not wait: the same code over many inputs. The batch ends when all inputs are through, or when it
     * is closed; an input that cannot be run, or whose run fails, is an item like the others.
     *
     * @throws InvalidRequestException if no input could be run like this
     * @throws ServiceBusyException if too many batches are under way
     */
    Batch runBatch(BatchRequest request);

    /**
     * Parses {@code code} with the language's own parser and executes nothing. Blocks for the parser.
     *
     * @throws FaasRuntimeException if no parser can be reached
     */
    Validation validateCode(String code);

    /**
     * As {@link #validateCode(String)}, and code that parses must also define the function {@code requiredFunction} at
     * its top level: as a function, or by assignment. Code that does not has a finding of severity error at line 1,
     * column 1.
     *
     * @throws InvalidRequestException if {@code requiredFunction} cannot be the name of a function
     */
    Validation validateCode(String code, String requiredFunction);

    /**
     * As {@link #validateCode(String)} and does not wait. Cancelling the future ends the parser's work.
     *
     * @return completed with the findings, or exceptionally with a {@link FaasRuntimeException}
     */
    CompletionStage<Validation> validateCodeAsync(String code);

    /** As {@link #validateCode(String, String)} and does not wait. */
    CompletionStage<Validation> validateCodeAsync(String code, String requiredFunction);

    /**
     * Source of a {@code return_val} function, to put in front of code for services that offer none. Our own services
     * need no such prelude.
     *
     * @return ends with a line break; empty for a language without a known prelude
     */
    String getReturnValFunction();

    /** Whether a run sent now would be accepted. May be a few seconds old; does not block on a network. */
    HealthStatus healthStatus();

    /** Counters since this instance was created, by name: runs, runs by status, failures, and the backend's own. */
    Map<String, Long> metrics();

    /** Ends this instance: later calls fail with {@link IllegalStateException}. Runs under way are finished. */
    void cleanup();
}
