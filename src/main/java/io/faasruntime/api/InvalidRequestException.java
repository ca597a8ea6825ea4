package io.faasruntime.api;

/** The request cannot be run as it is. Nothing was executed; sending it again does not help. */
public final class InvalidRequestException extends FaasRuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final boolean tooLarge;

    /**
     * @param field the offending member by its name on the wire: {@code code}, {@code limits.memory_mb}
     * @param detail what is wrong and what is allowed
     */
    public InvalidRequestException(String field, String detail) {
        this(field, detail, ServiceCall.notMade(""));
    }

    /** As above, for a request that a service refused. */
    public InvalidRequestException(String field, String detail, ServiceCall call) {
        this(field, detail, call, false);
    }

    private InvalidRequestException(String field, String detail, ServiceCall call, boolean tooLarge) {
        super(detail, call, false, null, null);
        this.field = field;
        this.tooLarge = tooLarge;
    }

    /** As above, for a member that has the right form and is larger than the operator allows. */
    public static InvalidRequestException tooLarge(String field, String detail) {
        return new InvalidRequestException(field, detail, ServiceCall.notMade(""), true);
    }

    /** The offending member by its name on the wire; empty when the service did not say. */
    public String field() {
        return field;
    }

    /** Whether size alone is what is wrong. */
    public boolean tooLarge() {
        return tooLarge;
    }
}
