package io.faasruntime.spi;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who asked: the W3C trace context and the request id of the caller, to be passed on to a remote service.
 *
 * <p>Whoever receives a call (a JAX-RS filter, a message listener, a test) opens a scope on its thread; a backend reads
 * {@link #current()} in {@link ExecutionBackend#execute}, on that same thread, and carries the values from there on.
 *
 * @param traceparentHeader value of {@code traceparent}, or null
 * @param tracestateHeader value of {@code tracestate}, or null
 * @param requestIdHeader value of {@code X-Request-ID}, or null
 */
public record CallContext(
        @Nullable String traceparentHeader,
        @Nullable String tracestateHeader,
        @Nullable String requestIdHeader) {

    /** Nobody said anything. */
    public static final CallContext NONE = new CallContext(null, null, null);

    private static final int LONGEST_HEADER = 512;

    private static final ThreadLocal<CallContext> CURRENT = ThreadLocal.withInitial(() -> NONE);

    /** Values that cannot be an HTTP header (control characters, other than ASCII, too long) count as absent. */
    public CallContext {
        traceparentHeader = headerOrNull(traceparentHeader);
        tracestateHeader = headerOrNull(tracestateHeader);
        requestIdHeader = headerOrNull(requestIdHeader);
    }

    /** The context of this thread; {@link #NONE} outside of every scope. */
    public static CallContext current() {
        return CURRENT.get();
    }

    /** Makes this the context of the calling thread until the scope is closed, on the same thread. */
    public Scope open() {
        CallContext outer = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (outer == NONE) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        };
    }

    /** Does {@code work} with this as the context of the calling thread. */
    public <T> T within(Supplier<T> work) {
        Scope scope = open();
        try {
            return work.get();
        } finally {
            scope.close();
        }
    }

    public Optional<String> traceparent() {
        return Optional.ofNullable(traceparentHeader);
    }

    public Optional<String> tracestate() {
        return Optional.ofNullable(tracestateHeader);
    }

    public Optional<String> requestId() {
        return Optional.ofNullable(requestIdHeader);
    }

    private static @Nullable String headerOrNull(@Nullable String value) {
        boolean usable = value != null
                && !value.isBlank()
                && value.length() <= LONGEST_HEADER
                && value.chars().allMatch(c -> c >= ' ' && c < 127);
        return usable ? value : null;
    }

    /** The time in which a context is current. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
