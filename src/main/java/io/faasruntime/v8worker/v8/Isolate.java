package io.faasruntime.v8worker.v8;

import com.caoccao.javet.enums.JavetPromiseRejectEvent;
import com.caoccao.javet.enums.V8AwaitMode;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.callback.IJavetDirectCallable;
import com.caoccao.javet.interop.callback.JavetCallbackContext;
import com.caoccao.javet.interop.callback.JavetCallbackType;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.primitive.V8ValueNumber;
import com.caoccao.javet.values.reference.V8Script;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import com.caoccao.javet.values.reference.V8ValuePromise;
import io.faasruntime.v8worker.run.ActiveRun;
import io.faasruntime.v8worker.run.RunRequest;
import io.faasruntime.v8worker.run.RunStatus;
import io.faasruntime.v8worker.source.PositionMap;
import io.faasruntime.v8worker.source.Program;
import java.util.Optional;

/**
 * One V8 isolate with the bootstrap in it, for one run. Used by one thread; only {@link #terminate} may come from
 * another.
 */
public final class Isolate {

    /**
     * Added to the heap once its limit is reached, so that V8 can unwind instead of aborting the process. Termination
     * is under way by then, and the process's own limit stands behind it.
     */
    private static final long UNWINDING_BYTES = 1L << 30;

    private final V8Runtime runtime;
    private final HostDoor door;
    private final V8ValueObject entry;

    Isolate(V8Runtime runtime, PlatformScripts scripts) throws JavetException {
        this.runtime = runtime;
        door = new HostDoor(scripts);
        runtime.setLogger(SilentLogger.INSTANCE);
        runtime.setPromiseRejectCallback(this::trackRejection);
        entry = runtime.getGlobalObject().get("__faas");
        JavetCallbackContext context = new JavetCallbackContext(
                "host", JavetCallbackType.DirectCallNoThisAndResult, (IJavetDirectCallable.NoThisAndResult<Exception>)
                        door::call);
        try (V8ValueFunction function = runtime.createV8ValueFunction(context)) {
            entry.invokeVoid("open", function);
        }
    }

    /** From now on the code in here works for this run. */
    public void attach(ActiveRun run) {
        door.open(run);
        runtime.setNearHeapLimitCallback((current, initial) -> {
            run.hit(RunStatus.MEMORY_LIMIT);
            return current + UNWINDING_BYTES;
        });
    }

    /** Compiles and forgets: is it a script? */
    public void checkScript(String code, String fileName) throws JavetException {
        try (V8Script script =
                runtime.getExecutor(code).setResourceName(fileName).compileV8Script(true)) {
            script.getType();
        }
    }

    /** Compiles and forgets: is it a module? */
    public void checkModule(String code, String fileName) throws JavetException {
        try (var module = runtime.getExecutor(code)
                .setResourceName(fileName)
                .setModule(true)
                .compileV8Module(true)) {
            runtime.removeV8Module(module);
        }
    }

    /** Runs the program up to its first wait. The promise of an async program is returned. */
    public Optional<V8ValuePromise> run(Program program, RunRequest request) throws JavetException {
        V8Value result = entry.invoke(
                "run",
                program.source(),
                program.isAsync(),
                program.positions() != PositionMap.IDENTITY,
                request.input().orElse(null),
                (double) request.maxResultBytes());
        return result instanceof V8ValuePromise promise ? Optional.of(promise) : Optional.empty();
    }

    /** Runs at most one callback: milliseconds until the next one, -1 when nothing is left, -2 after a failure. */
    public double next() throws JavetException {
        // Tasks of V8 itself, such as the callbacks of a FinalizationRegistry.
        runtime.await(V8AwaitMode.RunNoWait);
        try (V8Value wait = entry.invoke("next")) {
            return ((V8ValueNumber<?>) wait).asDouble();
        }
    }

    public boolean isReturnValReplaced() throws JavetException {
        return entry.invokeBoolean("isReturnValReplaced");
    }

    /** Safe from any thread, and again and again: V8 forgets a termination that finds no JavaScript running. */
    public void terminate() {
        runtime.terminateExecution();
    }

    public void close() throws JavetException {
        runtime.close(true);
    }

    private void trackRejection(JavetPromiseRejectEvent event, V8ValuePromise promise, V8Value value) {
        try {
            switch (event) {
                case PromiseRejectWithNoHandler -> entry.invokeVoid("rejection", promise, value);
                case PromiseHandlerAddedAfterReject -> entry.invokeVoid("handled", promise);
                default -> {}
            }
        } catch (JavetException e) {
            // Only when the run is being terminated, or its stack is full: it fails for that reason.
            door.lostRejection();
        }
    }
}
