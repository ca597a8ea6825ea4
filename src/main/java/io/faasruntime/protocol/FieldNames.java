package io.faasruntime.protocol;

/** The names of {@link Fields}; {@link FrameType} says which frame has which. The Python worker has them in its own words. */
public final class FieldNames {

    // HELLO
    public static final String ENGINE = "engine";
    public static final String ISOLATION = "isolation";

    // RUN, VALIDATE and CONVERT
    public static final String LANGUAGE = "language";
    public static final String CODE = "code";
    public static final String TIMEOUT_MS = "timeout_ms";

    // RUN
    public static final String INPUT = "input";
    public static final String STDIN = "stdin";
    public static final String MEMORY_MB = "memory_mb";
    public static final String MAX_OUTPUT_BYTES = "max_output_bytes";
    public static final String MAX_RESULT_BYTES = "max_result_bytes";

    // VALIDATE
    public static final String REQUIRES = "requires";

    // DONE, after both
    public static final String DURATION_US = "duration_us";

    // DONE, after RUN
    public static final String STATUS = "status";
    public static final String EXIT_CODE = "exit_code";
    public static final String RET_VAL = "ret_val";
    public static final String OWN_RETURN_VAL = "own_return_val";
    public static final String ERROR_TYPE = "error_type";
    public static final String ERROR_MESSAGE = "error_message";
    public static final String ERROR_LINE = "error_line";
    public static final String ERROR_COLUMN = "error_column";

    // DONE, after CONVERT
    public static final String POSITIONS = "positions";

    // DONE, after VALIDATE
    public static final String DIAGNOSTIC = "diagnostic";

    private FieldNames() {}
}
