package io.faasruntime.v8worker.v8;

import static java.util.Objects.requireNonNull;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.executors.IV8Executor;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.V8Script;
import com.caoccao.javet.values.reference.V8ValueArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An isolate with a program of the host's in it, which works on users' texts and never runs them. It has no door to this
 * process. Used by one thread; only {@link #terminate} may come from another.
 */
public final class CompilerIsolate implements AutoCloseable {

    /** The program may need more than the runs may: up to this much, and then it is ended. */
    private static final long HEAP_BYTES = 256L << 20;

    private static final long UNWINDING_BYTES = 64L << 20;

    private final V8Runtime runtime;
    private @Nullable V8Script program;

    CompilerIsolate(V8Runtime runtime) {
        this.runtime = runtime;
        runtime.setLogger(SilentLogger.INSTANCE);
        runtime.setNearHeapLimitCallback((current, initial) -> {
            if (current < HEAP_BYTES) {
                return HEAP_BYTES;
            }
            runtime.terminateExecution();
            return current + UNWINDING_BYTES;
        });
    }

    public boolean isLoaded() {
        return program != null;
    }

    /**
     * Runs {@code text}, which defines the functions that can be called.
     *
     * @param compiled what {@link #compiled} of another isolate returned for the same text, or nothing
     */
    public void load(String text, byte[] compiled) throws JavetException {
        IV8Executor executor = compiled.length == 0 ? runtime.getExecutor(text) : runtime.getExecutor(text, compiled);
        program = executor.compileV8Script(true);
        program.executeVoid();
    }

    /** What V8 has compiled of the program so far, so that another isolate need not. */
    public byte[] compiled() throws JavetException {
        return requireNonNull(program).getCachedData();
    }

    /** Calls a global function of the program that answers with an array, whose items are returned as texts. */
    public List<String> call(String function, String text, boolean... options) throws JavetException {
        // One that came when it was idle.
        runtime.cancelTerminateExecution();
        List<String> items = new ArrayList<>();
        try (V8ValueArray array = runtime.getGlobalObject().invoke(function, arguments(text, options))) {
            for (int i = 0; i < array.getLength(); i++) {
                try (V8Value item = array.get(i)) {
                    items.add(item.toString());
                }
            }
        }
        return items;
    }

    private static Object[] arguments(String text, boolean... options) {
        Object[] arguments = new Object[options.length + 1];
        arguments[0] = text;
        for (int i = 0; i < options.length; i++) {
            arguments[i + 1] = options[i];
        }
        return arguments;
    }

    /** Ends what it is doing; safe from any thread, and again and again. */
    public void terminate() {
        runtime.terminateExecution();
    }

    @Override
    public void close() throws JavetException {
        if (program != null) {
            program.close();
        }
        runtime.close(true);
    }
}
