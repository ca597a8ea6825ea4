package io.faasruntime.v8worker.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.executors.V8StringExecutor;
import com.caoccao.javet.values.reference.V8Script;
import com.caoccao.javet.values.reference.V8ValueFunction;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scripts that a run loads when it first needs them: the modules of the platform that are not part of the snapshot, and
 * the npm libraries below some of them. Each evaluates to one function. V8's code cache makes loading one a matter of copying;
 * it comes from a rehearsal in an isolate of its own, never from one that user code has seen. Used by one thread.
 */
final class PlatformScripts {

    private static final List<String> NAMES = List.of(
            "platform/exceptions",
            "platform/encoding",
            "platform/base64",
            "platform/url",
            "platform/clone",
            "platform/crypto",
            "platform/performance",
            "library/encoding",
            "library/encoding-multibyte",
            "library/encoding-tables",
            "library/url",
            "library/idna");

    private final Map<String, Compiled> scripts = new HashMap<>();
    /** What the rehearsal has loaded; empty before and after it. */
    private final Map<String, V8Script> rehearsed = new HashMap<>();

    private boolean isRehearsal;

    private PlatformScripts() {}

    static PlatformScripts read() throws IOException {
        PlatformScripts result = new PlatformScripts();
        for (String name : NAMES) {
            result.scripts.put(name, new Compiled(ScriptSource.read(name), new byte[0]));
        }
        return result;
    }

    /** Runs the rehearsal in this isolate, and keeps what V8 has compiled by then. */
    void rehearse(V8Runtime runtime) throws JavetException, IOException {
        isRehearsal = true;
        runtime.getExecutor(ScriptSource.read("rehearsal"))
                .setResourceName("rehearsal.js")
                .executeVoid();
        isRehearsal = false;
        for (Map.Entry<String, V8Script> entry : rehearsed.entrySet()) {
            try (V8Script script = entry.getValue()) {
                scripts.computeIfPresent(entry.getKey(), (name, compiled) -> compiled.withCode(cachedDataOf(script)));
            }
        }
        rehearsed.clear();
    }

    /** The function; empty when there is no such script, or when the isolate cannot run it now: it is being terminated. */
    Optional<V8ValueFunction> load(V8Runtime runtime, String name) throws JavetException {
        Compiled compiled = scripts.get(name);
        if (compiled == null) {
            return Optional.empty();
        }
        V8StringExecutor executor = new V8StringExecutor(runtime, compiled.source(), compiled.codeOrNull());
        executor.setResourceName(BootstrapScript.RESOURCE_NAME);
        V8Script script = executor.compileV8Script(true);
        if (isRehearsal) {
            rehearsed.put(name, script);
            return Optional.of(script.execute());
        }
        try (script) {
            return Optional.of(script.execute());
        }
    }

    private static byte[] cachedDataOf(V8Script script) {
        try {
            return script.getCachedData();
        } catch (JavetException e) {
            throw new IllegalStateException("V8 keeps no code", e);
        }
    }

    /** @param code V8's code cache; empty before the rehearsal */
    private record Compiled(String source, byte[] code) {

        Compiled withCode(byte[] newCode) {
            return new Compiled(source, newCode);
        }

        @SuppressWarnings("NullAway") // Javet takes null for "none".
        byte[] codeOrNull() {
            return code.length == 0 ? null : code;
        }
    }
}
