package io.faasruntime.v8worker.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.primitive.V8ValueNumber;
import com.caoccao.javet.values.reference.V8ValuePromise;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.v8worker.run.ActiveRun;
import io.faasruntime.v8worker.source.Failure;
import io.faasruntime.v8worker.source.Position;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * The one Java function that JavaScript can call; host.js holds it. The first argument says what is wanted. Every
 * operation is harmless with any arguments whatever: were user code to get hold of the function, it could do nothing
 * that it cannot do through the console.
 */
final class HostDoor {

    private static final int WRITE = 1;
    private static final int CLOCK = 2;
    private static final int RESULT = 3;
    private static final int FAIL = 4;
    private static final int POSITION = 5;
    private static final int PROMISE_STATE = 6;
    private static final int PROMISE_RESULT = 7;
    private static final int RANDOM = 8;
    private static final int SCRIPT = 9;

    private static final int MAX_RANDOM = 65_536;
    private static final SecureRandom ENTROPY = new SecureRandom();

    private final PlatformScripts scripts;
    private @Nullable ActiveRun run;

    HostDoor(PlatformScripts scripts) {
        this.scripts = scripts;
    }

    void open(ActiveRun activeRun) {
        run = activeRun;
    }

    void lostRejection() {
        if (run != null) {
            run.fail(new Failure("Error", "a promise was rejected while the stack was full", Position.UNKNOWN), "");
        }
    }

    @Nullable
    V8Value call(V8Value... arguments) throws JavetException {
        if (arguments.length == 0) {
            return null;
        }
        V8Runtime runtime = arguments[0].getV8Runtime();
        ActiveRun active = run;
        return switch (integer(arguments, 0)) {
            case RANDOM -> runtime.createV8ValueString(random(integer(arguments, 1)));
            case SCRIPT -> scripts.load(runtime, string(arguments, 1)).orElse(null);
            default -> active == null ? null : call(active, runtime, arguments);
        };
    }

    private static @Nullable V8Value call(ActiveRun active, V8Runtime runtime, V8Value... arguments)
            throws JavetException {
        return switch (integer(arguments, 0)) {
            case WRITE -> runtime.createV8ValueBoolean(active.write(stream(arguments), string(arguments, 2)));
            case CLOCK -> runtime.createV8ValueDouble(active.elapsedMillis());
            case RESULT -> {
                active.complete(string(arguments, 1));
                yield null;
            }
            case FAIL -> {
                active.fail(failure(arguments), string(arguments, 5));
                yield null;
            }
            case POSITION ->
                runtime.createV8ValueString(active.toSource(integer(arguments, 1), integer(arguments, 2))
                        .toString());
            case PROMISE_STATE ->
                runtime.createV8ValueInteger(
                        promise(arguments) instanceof V8ValuePromise promise ? promise.getState() : -1);
            case PROMISE_RESULT -> promise(arguments) instanceof V8ValuePromise promise ? promise.getResult() : null;
            default -> null;
        };
    }

    private static Failure failure(V8Value[] arguments) throws JavetException {
        Position position = new Position(integer(arguments, 3), integer(arguments, 4));
        return new Failure(string(arguments, 1), string(arguments, 2), position);
    }

    private static FrameType stream(V8Value[] arguments) throws JavetException {
        return integer(arguments, 1) == 1 ? FrameType.STDOUT : FrameType.STDERR;
    }

    private static @Nullable V8Value promise(V8Value[] arguments) {
        return arguments.length > 1 ? arguments[1] : null;
    }

    private static int integer(V8Value[] arguments, int index) throws JavetException {
        return index < arguments.length && arguments[index] instanceof V8ValueNumber<?> number ? number.asInt() : 0;
    }

    private static String string(V8Value[] arguments, int index) {
        return index < arguments.length ? String.valueOf(arguments[index]) : "";
    }

    private static String random(int count) {
        byte[] bytes = new byte[Math.max(0, Math.min(count, MAX_RANDOM))];
        ENTROPY.nextBytes(bytes);
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte value : bytes) {
            text.append((char) Byte.toUnsignedInt(value));
        }
        return text.toString();
    }
}
