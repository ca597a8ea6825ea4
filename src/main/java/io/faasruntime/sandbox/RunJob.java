package io.faasruntime.sandbox;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.protocol.FieldNames;
import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.protocol.ProtocolViolation;
import io.faasruntime.sandbox.pool.Job;
import io.faasruntime.sandbox.process.WorkerDeath;
import io.faasruntime.spi.Execution;
import io.faasruntime.wire.PrintedReturnValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run: sends the code, collects what it prints, and makes a result of whatever happens. */
final class RunJob extends Job<ExecutionResult> {

    /** The {@code error.type} of a run whose process ended before the run did. */
    static final String CRASH = "SandboxCrash";

    private final Execution execution;
    private final long maxResultBytes;
    private final CapturedOutput output;

    /** @param live hears what the run prints */
    RunJob(Execution execution, long maxResultBytes, Optional<LiveOutput> live) {
        super(execution.deadline(), execution.limits().memoryLimitMb());
        this.execution = execution;
        this.maxResultBytes = maxResultBytes;
        this.output = new CapturedOutput(execution.limits().maxOutputBytes(), live);
    }

    @Override
    protected boolean isSmall() {
        return execution.code().length()
                        + execution.input().map(String::length).orElse(0)
                        + execution.stdin().map(String::length).orElse(0)
                <= SMALL_CHARS;
    }

    @Override
    protected Frame request(Duration timeLeft) {
        Fields fields = new Fields()
                .add(FieldNames.LANGUAGE, execution.language().name())
                .add(FieldNames.CODE, execution.code())
                .add(FieldNames.TIMEOUT_MS, Math.max(1, timeLeft.toMillis()))
                .add(FieldNames.MEMORY_MB, execution.limits().memoryLimitMb())
                .add(FieldNames.MAX_OUTPUT_BYTES, execution.limits().maxOutputBytes())
                .add(FieldNames.MAX_RESULT_BYTES, maxResultBytes);
        execution.input().ifPresent(input -> fields.add(FieldNames.INPUT, input));
        execution.stdin().ifPresent(text -> fields.add(FieldNames.STDIN, text));
        return Frame.of(FrameType.RUN, fields);
    }

    @Override
    protected boolean printed(FrameType stream, byte[] bytes) {
        return stream == FrameType.STDOUT ? output.addStdout(bytes) : output.addStderr(bytes);
    }

    @Override
    protected ExecutionResult done(Fields fields) throws ProtocolViolation {
        ExecutionStatus status = ExecutionStatus.fromWireName(fields.require(FieldNames.STATUS))
                .orElseThrow(() -> new ProtocolViolation("unknown status"));
        if (status == ExecutionStatus.OUTPUT_LIMIT) {
            output.markTruncated();
        }
        Duration ran = Duration.ofNanos(fields.requireLong(FieldNames.DURATION_US) * 1000);
        ExecutionOutput left = output(fields);
        return switch (status) {
            case ERROR, SYNTAX_ERROR ->
                result(status, left, error(fields), (int) fields.getLong(FieldNames.EXIT_CODE, status.exitCode()), ran);
            // A run that a limit ended looks the same whoever noticed: the code, its worker, or the server.
            default -> ended(status, left, ran);
        };
    }

    private ExecutionOutput output(Fields fields) throws ProtocolViolation {
        String retVal = fields.get(FieldNames.RET_VAL).orElse("");
        if (isLongerThan(maxResultBytes, retVal)) {
            throw new ProtocolViolation("a result beyond the limit");
        }
        String stdout = output.stdout();
        Optional<PrintedReturnValue> printed =
                fields.get(FieldNames.OWN_RETURN_VAL).filter("true"::equals).isPresent()
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
        Optional<String> type = fields.get(FieldNames.ERROR_TYPE);
        return type.isEmpty()
                ? null
                : new ExecutionError(
                        type.get(),
                        fields.get(FieldNames.ERROR_MESSAGE).orElse(""),
                        (int) fields.getLong(FieldNames.ERROR_LINE, 0),
                        (int) fields.getLong(FieldNames.ERROR_COLUMN, 0));
    }

    @Override
    protected ExecutionResult died(WorkerDeath death, Duration ran) {
        ExecutionOutput left = new ExecutionOutput(output.stdout(), output.stderr(), "");
        return switch (death.ending()) {
            case TIMEOUT -> ended(ExecutionStatus.TIMEOUT, left, ran);
            case OUTPUT_LIMIT -> ended(ExecutionStatus.OUTPUT_LIMIT, left, ran);
            case ABANDONED, SHUTDOWN ->
                throw new ServiceUnavailableException(
                        death.describe(), EmbeddedBackend.NAME, deadline().elapsed(), 1, false, null, null);
            case PROTOCOL_VIOLATION ->
                result(
                        ExecutionStatus.ERROR,
                        left,
                        crash("the run ended without a valid answer"),
                        ExecutionStatus.ERROR.exitCode(),
                        ran);
            case DEATH ->
                death.outOfMemory()
                        ? ended(ExecutionStatus.MEMORY_LIMIT, left, ran)
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

    private ExecutionResult ended(ExecutionStatus status, ExecutionOutput left, Duration ran) {
        return result(status, left, null, status.exitCode(), ran);
    }

    private ExecutionResult result(
            ExecutionStatus status, ExecutionOutput left, @Nullable ExecutionError error, int exitCode, Duration ran) {
        return new ExecutionResult(
                status, left, Optional.ofNullable(error), exitCode, output.truncated(), ran, queueTime(), engine());
    }
}
