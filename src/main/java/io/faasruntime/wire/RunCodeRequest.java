package io.faasruntime.wire;

import io.faasruntime.api.SandboxConfig;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /run_code}. Null members are absent.
 *
 * @param language any name of a language
 * @param code the source
 * @param timeoutMs wall-clock limit in ms
 * @param input data for the code, as JSON text
 * @param stdin text for the code's standard input
 * @param ext opaque labels
 * @param memoryMb {@code limits.memory_mb}
 * @param maxOutputBytes {@code limits.max_output_bytes}
 * @param network {@code limits.network}
 */
public record RunCodeRequest(
        @Nullable String language,
        String code,
        @Nullable Long timeoutMs,
        @Nullable String input,
        @Nullable String stdin,
        Map<String, String> ext,
        @Nullable Long memoryMb,
        @Nullable Long maxOutputBytes,
        @Nullable Boolean network) {

    public RunCodeRequest {
        ext = Map.copyOf(ext);
    }

    /** A request that carries every limit. */
    public static RunCodeRequest of(
            String language,
            String code,
            @Nullable String input,
            @Nullable String stdin,
            Map<String, String> ext,
            SandboxConfig limits) {
        return new RunCodeRequest(
                language,
                code,
                limits.timeLimit().toMillis(),
                input,
                stdin,
                ext,
                (long) limits.memoryLimitMb(),
                limits.maxOutputBytes(),
                limits.networkEnabled());
    }

    /** {@code base} with what this request says in its place. Values out of range are kept for the policy to refuse. */
    public SandboxConfig limits(SandboxConfig base) {
        return new SandboxConfig(
                memoryMb == null ? base.memoryLimitMb() : (int) Math.min(memoryMb, Integer.MAX_VALUE),
                timeoutMs == null ? base.timeLimit() : Duration.ofMillis(timeoutMs),
                maxOutputBytes == null ? base.maxOutputBytes() : maxOutputBytes,
                network == null ? base.networkEnabled() : network);
    }

    /** This request as the contract wants it; {@code ext} only when there is any. */
    public String toJson() {
        JsonObjectBuilder body = JsonText.PROVIDER.createObjectBuilder();
        if (language != null) {
            body.add("language", language);
        }
        body.add("code", code);
        if (timeoutMs != null) {
            body.add("timeout", timeoutMs);
        }
        body.add("priority", "normal");
        if (!ext.isEmpty()) {
            JsonObjectBuilder labels = JsonText.PROVIDER.createObjectBuilder();
            ext.forEach(labels::add);
            body.add("ext", labels);
        }
        if (stdin != null) {
            body.add("stdin", stdin);
        }
        addLimits(body);
        return withInput(JsonText.write(body.build()));
    }

    /** The input is JSON text already: it becomes the last member, and is not parsed to be written again. */
    private String withInput(String body) {
        return input == null ? body : body.substring(0, body.length() - 1) + ",\"input\":" + input + "}";
    }

    private void addLimits(JsonObjectBuilder body) {
        JsonObjectBuilder limits = JsonText.PROVIDER.createObjectBuilder();
        if (memoryMb != null) {
            limits.add("memory_mb", memoryMb);
        }
        if (maxOutputBytes != null) {
            limits.add("max_output_bytes", maxOutputBytes);
        }
        if (network != null) {
            limits.add("network", network);
        }
        body.add("limits", limits);
    }

    /** Neither the code nor its data: requests end up in logs. */
    @Override
    public String toString() {
        return "RunCodeRequest[" + language + ", " + code.length() + " characters of code]";
    }
}
