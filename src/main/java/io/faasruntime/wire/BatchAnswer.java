package io.faasruntime.wire;

import io.faasruntime.api.BatchItem;
import io.faasruntime.api.BatchProgress;
import io.faasruntime.api.Language;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what becomes of a batch: items, how far it is, and totals at its end. Each is one line of JSON. */
public final class BatchAnswer {

    private BatchAnswer() {}

    /** {@code index}, and {@code output} and {@code metadata}, or {@code error}: a problem document. */
    public static String item(Language language, BatchItem item) {
        JsonObjectBuilder json = JsonText.PROVIDER.createObjectBuilder().add("index", item.index());
        item.result().ifPresent(result -> RunCodeResponse.json(json, language, result, List.of()));
        item.failure()
                .ifPresent(failure -> json.add("error", Problem.of(failure).json()));
        return JsonText.write(json.build());
    }

    /** The members of {@code progress}; {@code timeLeft} where nobody counted the inputs, but somebody has an idea. */
    public static String progress(BatchProgress progress, Optional<Duration> timeLeft) {
        JsonObjectBuilder json = counts(progress);
        progress.timeLeft().or(() -> timeLeft).ifPresent(left -> json.add("time_left_ms", left.toMillis()));
        return JsonText.write(json.build());
    }

    /**
     * The members of {@code totals}.
     *
     * @param failure why the inputs could not be read to their end, or null
     */
    public static String totals(BatchProgress progress, @Nullable Problem failure) {
        JsonObjectBuilder json = counts(progress)
                .add("duration_ms", progress.elapsed().toMillis())
                .add(
                        "ended_by",
                        progress.ended()
                                .map(ending -> ending.name().toLowerCase(Locale.ROOT))
                                .orElse(""));
        if (failure != null) {
            json.add("error", failure.json());
        }
        return JsonText.write(json.build());
    }

    private static JsonObjectBuilder counts(BatchProgress progress) {
        JsonObjectBuilder json = JsonText.PROVIDER
                .createObjectBuilder()
                .add("inputs", progress.inputs())
                .add("done", progress.done())
                .add("succeeded", progress.succeeded())
                .add("failed", progress.failed())
                .add("rate_per_second", Math.round(10 * progress.ratePerSecond()) / 10.0);
        progress.total().ifPresent(total -> json.add("total", total));
        return json;
    }

    /** {@code text} as the member {@code text} of an object. */
    public static String text(String text) {
        JsonObject json =
                JsonText.PROVIDER.createObjectBuilder().add("text", text).build();
        return JsonText.write(json);
    }
}
