package io.faasruntime.faas.node;

/**
 * What can go wrong at a node, and what follows from it. The one table behind retries, fail-over, the circuit breaker
 * and the class of the exception.
 */
public enum FaultKind {
    /** No connection came about. */
    UNREACHABLE(true, true, true),
    /** The node's certificate is not trusted, or TLS failed otherwise before the request was sent. */
    UNTRUSTED(true, false, true),
    /** 429: the node has no room. */
    BUSY(true, true, false),
    /** 503: the node is not ready. */
    NOT_READY(true, true, true),
    /** The connection broke before the answer, or a status in the five hundreds: nobody knows how far the run came. */
    BROKEN(false, true, true),
    /** The connection broke in the middle of the answer. */
    CUT_OFF(false, true, true),
    /** The node answered something that is not an answer of the contract. */
    NONSENSE(false, false, true),
    /** The node does not accept our credentials. */
    DENIED(false, false, true),
    /** The node refuses the request as it is. */
    INVALID(false, false, false),
    /** No answer within the deadline, or 408. */
    LATE(false, false, false);

    private final boolean notExecuted;
    private final boolean repetitionHelps;
    private final boolean serviceFault;

    FaultKind(boolean notExecuted, boolean repetitionHelps, boolean serviceFault) {
        this.notExecuted = notExecuted;
        this.repetitionHelps = repetitionHelps;
        this.serviceFault = serviceFault;
    }

    /** Whether not even a connection that can be used came about. */
    public boolean unreached() {
        return this == UNREACHABLE || this == UNTRUSTED;
    }

    /** Whether the code certainly was not executed, so that another node may be asked. */
    public boolean notExecuted() {
        return notExecuted;
    }

    /** Whether the same request can be answered differently next time. */
    public boolean repetitionHelps() {
        return repetitionHelps;
    }

    /** Whether it counts for the circuit breaker. */
    public boolean serviceFault() {
        return serviceFault;
    }
}
