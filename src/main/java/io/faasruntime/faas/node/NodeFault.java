package io.faasruntime.faas.node;

import io.faasruntime.api.DeadlineExceededException;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.ProtocolException;
import io.faasruntime.api.ServiceBusyException;
import io.faasruntime.api.ServiceCall;
import io.faasruntime.api.ServiceUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One node gave no result. An I/O failure, as those of any other transport are for a REST client. The message says what happened, without the code, its data, and secrets.
 */
public final class NodeFault extends IOException {

    private static final long serialVersionUID = 1L;

    private final FaultKind kind;
    private final String service;
    private final String field;
    private final @Nullable Duration retryAfter;

    private NodeFault(
            FaultKind kind,
            String service,
            String message,
            String field,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.service = service;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    public NodeFault(FaultKind kind, Node node, String message, @Nullable Throwable cause) {
        this(kind, node.toString(), message, "", null, cause);
    }

    /** A node that asks to come back later. */
    static NodeFault comeBack(FaultKind kind, Node node, String message, Optional<Duration> retryAfter) {
        return new NodeFault(kind, node.toString(), message, "", retryAfter.orElse(null), null);
    }

    /** A node that refuses the request because of {@code field}, empty when it does not say. */
    static NodeFault invalid(Node node, String message, String field) {
        return new NodeFault(FaultKind.INVALID, node.toString(), message, field, null, null);
    }

    public FaultKind kind() {
        return kind;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** What happened, in words; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /**
     * This fault as the caller sees it.
     *
     * @param elapsed time since the call began
     * @param attempts how many times a node was asked
     */
    public FaasRuntimeException toException(Duration elapsed, int attempts) {
        String message = service + " " + getMessage();
        ServiceCall made = new ServiceCall(service, elapsed, attempts);
        return switch (kind) {
            case UNREACHABLE, NOT_READY -> ServiceUnavailableException.forNow(message, made, retryAfter, getCause());
            case UNTRUSTED, BROKEN, DENIED -> ServiceUnavailableException.failed(message, made, retryAfter, getCause());
            case BUSY -> new ServiceBusyException(message, made, retryAfter, getCause());
            case CUT_OFF, NONSENSE -> new ProtocolException(message, made, getCause());
            case INVALID -> new InvalidRequestException(field, message, made);
            case LATE -> new DeadlineExceededException(message, made, getCause());
        };
    }
}
