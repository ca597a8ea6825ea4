package io.faasruntime.rest.stream;

import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.Language;
import io.faasruntime.api.OutputListener;
import io.faasruntime.api.Runtime;
import io.faasruntime.wire.BatchAnswer;
import io.faasruntime.wire.Problem;
import io.faasruntime.wire.RunCodeResponse;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A run and what it has printed so far and nobody has written yet, which is no more than the output limit of the run.
 */
final class LiveRun implements OutputListener {

    /** Between two looks at whether anybody still reads. */
    private static final long BEAT_MS = 100;

    /** @param last whether nothing comes after it */
    private record Event(String name, String json, boolean last) {}

    private final Language language;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private CompletableFuture<ExecutionResult> run = new CompletableFuture<>();

    private LiveRun(Language language) {
        this.language = language;
    }

    /**
     * @throws FaasRuntimeException if the service does not take the run, and says so at once; later on that is an event
     */
    static LiveRun start(Runtime runtime, ExecutionRequest request) {
        LiveRun live = new LiveRun(runtime.language());
        live.run = runtime.runCodeAsync(request, live).toCompletableFuture();
        live.throwIfRefused();
        live.run.whenComplete(live::ended);
        return live;
    }

    private void throwIfRefused() {
        if (!run.isCompletedExceptionally()) {
            return;
        }
        try {
            run.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof FaasRuntimeException typed) {
                throw typed;
            }
            throw e;
        }
    }

    @Override
    public void stdout(String text) {
        events.add(new Event("stdout", BatchAnswer.text(text), false));
    }

    @Override
    public void stderr(String text) {
        events.add(new Event("stderr", BatchAnswer.text(text), false));
    }

    private void ended(@Nullable ExecutionResult result, @Nullable Throwable failure) {
        events.add(
                result != null
                        ? new Event("result", RunCodeResponse.toJson(language, result), true)
                        : new Event("error", problem(failure).toJson(), true));
    }

    private static Problem problem(@Nullable Throwable failure) {
        return failure instanceof FaasRuntimeException typed
                ? Problem.of(typed)
                : new Problem("internal", "Something went wrong here", 500, "see the server's log", null, false, null);
    }

    /**
     * Returns when the run has ended.
     *
     * @throws IOException if nobody reads any more; the run has been ended then
     */
    void writeTo(EventStream out) throws IOException {
        try {
            Event event;
            do {
                event = events.poll();
                if (event == null) {
                    out.flush();
                    event = events.poll(BEAT_MS, TimeUnit.MILLISECONDS);
                }
                if (event == null) {
                    out.tryOut();
                } else {
                    out.write(event.name(), event.json());
                }
            } while (event == null || !event.last());
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for output", e);
        } finally {
            run.cancel(true);
        }
    }
}
