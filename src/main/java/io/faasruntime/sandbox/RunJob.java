package io.faasruntime.sandbox;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.protocol.ProtocolViolation;
import io.faasruntime.sandbox.pool.Job;
import io.faasruntime.sandbox.process.WorkerDeath;
import io.faasruntime.spi.Execution;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run: sends the code, collects what it prints, and makes a result of whatever happens. */
final class RunJob extends Job<ExecutionResult> {

    /** The {@code error.type} of a run whose process ended before the run did. */
    static final String CRASH = "SandboxCrash";

    private static final int FAILED = 1;
    /** As timeout(1) has it. */
    private static final int TIMED_OUT = 124;
    /** As a shell reports SIGKILL, which is how Linux ends a process for its memory. */
    private static final int KILLED = 137;

    private final Execution execution;
    private final long maxResultBytes;
    private final CapturedOutput output;

    RunJob(Execution execution, long maxResultBytes) {
        super(execution.deadline(), execution.limits().memoryLimitMb());
        this.execution = execution;
        this.maxResultBytes = maxResultBytes;
        this.output = new CapturedOutput(execution.limits().maxOutputBytes());
    }

    @Override
    protected boolean isSmall() {
        return execution.code().length() + execution.input().map(String::length).orElse(0) <= SMALL_CHARS;
    }

    @Override
    protected Frame request(Duration timeLeft) {
        Fields fields = new Fields()
                .add("language", execution.language().name())
                .add("code", execution.code())
                .add("timeout_ms", Math.max(1, timeLeft.toMillis()))
                .add("memory_mb", execution.limits().memoryLimitMb())
                .add("max_output_bytes", execution.limits().maxOutputBytes())
                .add("max_result_bytes", maxResultBytes);
        execution.input().ifPresent(input -> fields.add("input", input));
        return Frame.of(FrameType.RUN, fields);
    }

    @Override
    protected boolean printed(FrameType stream, byte[] bytes) {
        return stream == FrameType.STDOUT ? output.addStdout(bytes) : output.addStderr(bytes);
    }

    @Override
    protected ExecutionResult done(Fields fields) throws ProtocolViolation {
        ExecutionStatus status = ExecutionStatus.fromWireName(fields.require("status"))
                .orElseThrow(() -> new ProtocolViolation("unknown status"));
        if (status == ExecutionStatus.OUTPUT_LIMIT) {
            output.markTruncated();
        }
        Duration ran = Duration.ofNanos(fields.requireLong("duration_us") * 1000);
        ExecutionOutput left = output(fields);
        return switch (status) {
            case SUCCESS -> result(status, left, null, 0, ran);
            case ERROR, SYNTAX_ERROR ->
                result(status, left, error(fields), (int) fields.getLong("exit_code", FAILED), ran);
            default -> stopped(status, left, ran);
        };
    }

    private ExecutionOutput output(Fields fields) throws ProtocolViolation {
        String retVal = fields.get("ret_val").orElse("");
        if (isLongerThan(maxResultBytes, retVal)) {
            throw new ProtocolViolation("a result beyond the limit");
        }
        String stdout = output.stdout();
        Optional<PrintedReturnValue> printed =
                fields.get("own_return_val").filter("true"::equals).isPresent()
                        ? PrintedReturnValue.find(stdout)
                        : Optional.empty();
        return printed.isPresent()
                ? new ExecutionOutput(
                        printed.get().stdout(), output.stderr(), printed.get().value())
                : new ExecutionOutput(stdout, output.stderr(), retVal);
    }

    /** The worker sees to the limit; a worker that lies is no worker to trust. */
    private static boolean isLongerThan(long maxBytes, String text) {
        return 3L * text.length() > maxBytes && text.getBytes(StandardCharsets.UTF_8).length > maxBytes;
    }

    private static @Nullable ExecutionError error(Fields fields) throws ProtocolViolation {
        Optional<String> type = fields.get("error_type");
        return type.isEmpty()
                ? null
                : new ExecutionError(
                        type.get(), fields.get("error_message").orElse(""), (int) fields.getLong("error_line", 0), (int)
                                fields.getLong("error_column", 0));
    }

    @Override
    protected ExecutionResult died(WorkerDeath death, Duration ran) {
        ExecutionOutput left = new ExecutionOutput(output.stdout(), output.stderr(), "");
        return switch (death.ending()) {
            case TIMEOUT -> stopped(ExecutionStatus.TIMEOUT, left, ran);
            case OUTPUT_LIMIT -> stopped(ExecutionStatus.OUTPUT_LIMIT, left, ran);
            case ABANDONED, SHUTDOWN ->
                throw new ServiceUnavailableException(
                        death.describe(), EmbeddedBackend.NAME, deadline().elapsed(), 1, false, null, null);
            case PROTOCOL_VIOLATION ->
                result(ExecutionStatus.ERROR, left, crash("the run ended without a valid answer"), FAILED, ran);
            case DEATH ->
                death.outOfMemory()
                        ? stopped(ExecutionStatus.MEMORY_LIMIT, left, ran)
                        : result(
                                ExecutionStatus.ERROR,
                                left,
                                crash("the process that ran the code ended with exit code " + death.exitCode()),
                                death.exitCode(),
                                ran);
        };
    }

    private static ExecutionError crash(String message) {
        return new ExecutionError(CRASH, message, 0, 0);
    }

    /** A run that a limit ended looks the same whoever noticed: the code, its worker, or the server. */
    private ExecutionResult stopped(ExecutionStatus status, ExecutionOutput left, Duration ran) {
        int exitCode = switch (status) {
            case TIMEOUT -> TIMED_OUT;
            case MEMORY_LIMIT -> KILLED;
            default -> FAILED;
        };
        return result(status, left, null, exitCode, ran);
    }

    private ExecutionResult result(
            ExecutionStatus status, ExecutionOutput left, @Nullable ExecutionError error, int exitCode, Duration ran) {
        return new ExecutionResult(
                status, left, Optional.ofNullable(error), exitCode, output.truncated(), ran, queueTime(), engine());
    }
}
