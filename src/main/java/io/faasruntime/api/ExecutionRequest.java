package io.faasruntime.api;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One piece of code to run, immutable: {@code ExecutionRequest.of("return_val(input['a'] + 1)").withInput(Map.of("a", 1))}.
 */
public final class ExecutionRequest {

    private final String code;
    private final @Nullable Object input;
    private final @Nullable String stdin;
    private final Map<String, String> ext;
    private final @Nullable SandboxConfig limits;
    private final @Nullable Duration timeLimit;
    private final boolean idempotent;
    private final String caller;
    private final CallContext context;

    private ExecutionRequest(
            String code,
            @Nullable Object input,
            @Nullable String stdin,
            Map<String, String> ext,
            @Nullable SandboxConfig limits,
            @Nullable Duration timeLimit,
            boolean idempotent,
            String caller,
            CallContext context) {
        this.code = Objects.requireNonNull(code, "code");
        this.input = input;
        this.stdin = stdin;
        this.ext = Map.copyOf(ext);
        this.limits = limits;
        this.timeLimit = timeLimit;
        this.idempotent = idempotent;
        this.caller = Objects.requireNonNull(caller, "caller");
        this.context = Objects.requireNonNull(context, "context");
    }

    /** A request for {@code code} without input, under the runtime's own limits. */
    public static ExecutionRequest of(String code) {
        return new ExecutionRequest(code, null, null, Map.of(), null, null, false, "", CallContext.NONE);
    }

    /**
     * Data for the code, which finds it as the global {@code input}: whatever JSON-B can write (a {@code Map}, a
     * record, a {@code List}, a number, a Jakarta JSON value ...). {@code null} means: no input.
     */
    public ExecutionRequest withInput(@Nullable Object newInput) {
        return new ExecutionRequest(code, newInput, stdin, ext, limits, timeLimit, idempotent, caller, context);
    }

    /**
     * Text for the code's standard input, as a program has it that reads what somebody types or pipes into it: Python's
     * {@code input()} and {@code sys.stdin}. Apart from {@link #withInput}. {@code null} means: none, so that reading it
     * is at the end at once.
     */
    public ExecutionRequest withStdin(@Nullable String text) {
        return new ExecutionRequest(code, input, text, ext, limits, timeLimit, idempotent, caller, context);
    }

    /** Opaque labels for the service (space id, evaluator id ...); our own sandbox ignores them. */
    public ExecutionRequest withExt(Map<String, String> labels) {
        return new ExecutionRequest(code, input, stdin, labels, limits, timeLimit, idempotent, caller, context);
    }

    /** Limits of this run, in place of the runtime's own; capped by what the operator allows. */
    public ExecutionRequest withLimits(SandboxConfig newLimits) {
        return new ExecutionRequest(
                code,
                input,
                stdin,
                ext,
                Objects.requireNonNull(newLimits, "limits"),
                timeLimit,
                idempotent,
                caller,
                context);
    }

    /** Wall-clock limit of this run; wins over the one in {@link #limits()}. */
    public ExecutionRequest withTimeLimit(Duration limit) {
        return new ExecutionRequest(
                code, input, stdin, ext, limits, Objects.requireNonNull(limit, "limit"), idempotent, caller, context);
    }

    /** Says that running this code twice does no harm, so that a call whose fate is unknown may be repeated. */
    public ExecutionRequest asIdempotent() {
        return new ExecutionRequest(code, input, stdin, ext, limits, timeLimit, true, caller, context);
    }

    /**
     * Who asks, for fair shares of scarce workers: runs of one name wait for each other, and not for those of another. Any
     * text; empty, the default, is the name of all who do not give one. It grants nothing and is no secret.
     */
    public ExecutionRequest withCaller(String newCaller) {
        return new ExecutionRequest(code, input, stdin, ext, limits, timeLimit, idempotent, newCaller, context);
    }

    /** The trace and the request id of the call that asks, for a remote service to carry on. */
    public ExecutionRequest withContext(CallContext newContext) {
        return new ExecutionRequest(code, input, stdin, ext, limits, timeLimit, idempotent, caller, newContext);
    }

    public String code() {
        return code;
    }

    public Optional<Object> input() {
        return Optional.ofNullable(input);
    }

    public Optional<String> stdin() {
        return Optional.ofNullable(stdin);
    }

    public Map<String, String> ext() {
        return ext;
    }

    public Optional<SandboxConfig> limits() {
        return Optional.ofNullable(limits);
    }

    public Optional<Duration> timeLimit() {
        return Optional.ofNullable(timeLimit);
    }

    public boolean idempotent() {
        return idempotent;
    }

    /** Who asks; empty when nobody said so. */
    public String caller() {
        return caller;
    }

    /** The call that asks; {@link CallContext#NONE} when nobody said. */
    public CallContext context() {
        return context;
    }

    /** Neither the code nor its data: requests end up in logs. */
    @Override
    public String toString() {
        return "ExecutionRequest[" + code.length() + " characters of code]";
    }
}
