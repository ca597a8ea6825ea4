package io.faasruntime.wire;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Language;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Writes results as the contract's response: {@code output} and {@code metadata}. */
public final class RunCodeResponse {

    private RunCodeResponse() {}

    /** {@code result} of a run in {@code language} as JSON text. */
    public static String toJson(Language language, ExecutionResult result) {
        return toJson(language, result, List.of());
    }

    /** As above, with what the caller should know of how its request was taken as {@code metadata.warnings}. */
    public static String toJson(Language language, ExecutionResult result, List<String> warnings) {
        return JsonText.write(json(JsonText.PROVIDER.createObjectBuilder(), language, result, warnings)
                .build());
    }

    /** Adds {@code output} and {@code metadata} of a run in {@code language}. */
    static JsonObjectBuilder json(
            JsonObjectBuilder json, Language language, ExecutionResult result, List<String> warnings) {
        return json.add(
                        "output",
                        JsonText.PROVIDER
                                .createObjectBuilder()
                                .add("stdout", result.output().stdout())
                                .add("stderr", result.output().stderr())
                                .add("ret_val", result.output().retVal()))
                .add("metadata", metadata(language, result, warnings));
    }

    private static JsonObjectBuilder metadata(Language language, ExecutionResult result, List<String> warnings) {
        JsonObjectBuilder metadata = JsonText.PROVIDER
                .createObjectBuilder()
                .add("language", language.name())
                .add("status", result.status().wireName())
                .add("duration", result.duration().toMillis())
                .add("queue_ms", result.queueTime().toMillis())
                .add("exit_code", result.exitCode())
                .add("timed_out", result.status() == ExecutionStatus.TIMEOUT)
                .add("truncated", result.truncated())
                .add("engine", result.engine());
        if (!warnings.isEmpty()) {
            metadata.add("warnings", JsonText.PROVIDER.createArrayBuilder(warnings));
        }
        result.error().ifPresent(error -> metadata.add("error", error(error)));
        return metadata;
    }

    private static JsonObjectBuilder error(ExecutionError error) {
        return JsonText.PROVIDER
                .createObjectBuilder()
                .add("type", error.type())
                .add("message", error.message())
                .add("line", error.line())
                .add("column", error.column());
    }
}
