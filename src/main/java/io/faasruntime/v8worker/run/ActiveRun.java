package io.faasruntime.v8worker.run;

import io.faasruntime.protocol.FrameType;
import io.faasruntime.v8worker.source.Failure;
import io.faasruntime.v8worker.source.Position;
import io.faasruntime.v8worker.source.PositionMap;
import io.faasruntime.v8worker.source.SourceExcerpt;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What has become of a run so far. Written by the run's own thread; {@link #hit} by any. */
public final class ActiveRun {

    private final RunRequest request;
    private final OutputSink output;
    private final Runnable terminate;
    private final long startNanos = System.nanoTime();
    private final AtomicReference<@Nullable RunStatus> limit = new AtomicReference<>();
    private PositionMap positions = PositionMap.IDENTITY;
    private @Nullable String result;
    private @Nullable Failure failure;

    /** @param terminate ends the JavaScript that is running; called from any thread */
    public ActiveRun(RunRequest request, OutputSink output, Runnable terminate) {
        this.request = request;
        this.output = output;
        this.terminate = terminate;
    }

    /** A limit is reached: the first one counts, and every one ends the code. */
    public void hit(RunStatus status) {
        limit.compareAndSet(null, status);
        terminate.run();
    }

    public Optional<RunStatus> limit() {
        return Optional.ofNullable(limit.get());
    }

    public boolean write(FrameType stream, String text) {
        boolean accepted = output.write(stream, text);
        if (!accepted) {
            hit(RunStatus.OUTPUT_LIMIT);
        }
        return accepted;
    }

    public void complete(String value) {
        result = value;
    }

    /** The first failure counts. It is printed as Node prints one: the line, a caret below, the report. */
    public void fail(Failure first, String report) {
        if (failure != null) {
            return;
        }
        failure = first;
        String excerpt = SourceExcerpt.of(request.language(), request.code(), first.position());
        write(FrameType.STDERR, report.isEmpty() ? excerpt : excerpt + report + "\n");
    }

    public void usePositions(PositionMap map) {
        positions = map;
    }

    public Position toSource(int line, int column) {
        return positions.toSource(new Position(line, column));
    }

    public double elapsedMillis() {
        return (System.nanoTime() - startNanos) / 1e6;
    }

    long elapsedMicros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startNanos);
    }

    public long remainingNanos() {
        return request.timeLimit().toNanos() - (System.nanoTime() - startNanos);
    }

    Optional<String> result() {
        return Optional.ofNullable(result);
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }
}
