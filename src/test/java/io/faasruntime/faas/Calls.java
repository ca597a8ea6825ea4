package io.faasruntime.faas;

import io.faasruntime.api.CallContext;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.config.MapConfig;
import io.faasruntime.faas.settings.FaasSettings;
import io.faasruntime.spi.CodeConverter;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;

/** Makes backends and calls them as a runtime does. */
public final class Calls {

    /** Far beyond every deadline in these tests: a call that takes longer hangs. */
    static final Duration HANGS = Duration.ofSeconds(20);

    private Calls() {}

    /** @param settings key, value, key, value ... on top of what makes tests fast */
    static FaasBackend backend(String... settings) {
        return backend(FaasSettings.from(config(settings)));
    }

    /** A backend with somebody to convert what services do not know. */
    public static FaasBackend backend(CodeConverter converter, String... settings) {
        return new FaasBackend(
                FaasSettings.from(config(settings)),
                new Converters(List.of(converter)),
                (service, attempts) -> new PlainRetries(attempts));
    }

    public static void stop(FaasBackend backend) {
        backend.stop();
    }

    static FaasBackend backend(FaasSettings settings) {
        return new FaasBackend(settings, new Converters(List.of()), (service, attempts) -> new PlainRetries(attempts));
    }

    static Config config(String... settings) {
        Map<String, String> values = new HashMap<>(Map.of(
                "faas-runtime.faas.delay-ms", "1",
                "faas-runtime.faas.jitter-ms", "0",
                "faas-runtime.faas.connect-timeout-ms", "300",
                "faas-runtime.faas.deadline-grace-ms", "300"));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return MapConfig.of(values);
    }

    static Execution python(String code, Duration limit) {
        return execution(Language.PYTHON, code, null, limit, false);
    }

    public static Execution execution(
            Language language, String code, String input, Duration limit, boolean idempotent) {
        SandboxConfig limits = SandboxConfig.DEFAULT.withTimeLimit(limit);
        return new Execution(language, code, input, Map.of(), limits, Deadline.after(limit), idempotent);
    }

    /** {@code execution} as {@code caller} asks for it. */
    static Execution from(CallContext caller, Execution execution) {
        return new Execution(
                execution.language(),
                execution.code(),
                execution.input(),
                execution.stdin(),
                execution.ext(),
                execution.limits(),
                execution.deadline(),
                execution.idempotent(),
                execution.caller(),
                caller);
    }

    /** @throws FaasRuntimeException as the backend's future */
    public static ExecutionResult run(FaasBackend backend, Execution execution) throws Exception {
        try {
            return backend.execute(execution).toCompletableFuture().get(HANGS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FaasRuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
