package io.faasruntime.runtime;

import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of a request what a backend gets: every rule of the operator is checked here, and nowhere else. Immutable. */
final class RunRequests {

    private final ExecutionPolicy policy;
    private final InputEncoder inputs;

    RunRequests(ExecutionPolicy policy, InputEncoder inputs) {
        this.policy = policy;
        this.inputs = inputs;
    }

    /** The limits of a run that brings none of its own. */
    SandboxConfig defaults() {
        return policy.defaults();
    }

    /**
     * {@code request} with every limit decided; its time limit runs from now.
     *
     * @throws InvalidRequestException if the operator does not allow it, or its input cannot be written as JSON
     */
    Execution execution(Language language, ExecutionRequest request) {
        SandboxConfig wanted = request.limits().orElse(policy.defaults());
        SandboxConfig limits = request.timeLimit().map(wanted::withTimeLimit).orElse(wanted);
        policy.checkCode(request.code());
        policy.checkLimits(limits);
        Optional<String> input = request.input().map(this::encode);
        policy.checkInput(input, request.stdin());
        return new Execution(
                language,
                request.code(),
                input,
                request.stdin(),
                request.ext(),
                limits,
                Deadline.after(limits.timeLimit()),
                request.idempotent(),
                request.caller(),
                request.context());
    }

    /** @throws InvalidRequestException if {@code code} is empty or too large */
    void checkCode(String code) {
        policy.checkCode(code);
    }

    /**
     * {@code input} of a batch as JSON text.
     *
     * @param stdin what every input of the batch has for its standard input
     * @throws InvalidRequestException if it cannot be written as JSON, or is too large
     */
    String input(@Nullable Object input, Optional<String> stdin) {
        String json = input == null ? "null" : encode(input);
        policy.checkInput(Optional.of(json), stdin);
        return json;
    }

    private String encode(Object input) {
        try {
            return inputs.encode(input);
        } catch (JsonException e) {
            throw new InvalidRequestException("input", "input is not valid JSON; allowed is one JSON value");
        } catch (JsonbException e) {
            throw new InvalidRequestException(
                    "input",
                    "input of " + input.getClass() + " cannot be written as JSON; allowed is what JSON-B maps");
        }
    }
}
