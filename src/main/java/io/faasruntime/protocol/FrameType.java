package io.faasruntime.protocol;

/** What a frame is about; see the package for who sends which when. */
public enum FrameType {
    /**
     * Worker is ready. Fields: {@code engine}, {@code isolation} (comma-separated, what was achieved).
     */
    HELLO('H'),
    /**
     * Run code. Fields: {@code language}, {@code code}, {@code input} (JSON text; absent without input),
     * {@code stdin} (text; absent without standard input), {@code timeout_ms}, {@code memory_mb}, {@code max_output_bytes}, {@code max_result_bytes}.
     */
    RUN('R'),
    /**
     * Parse code. Fields: {@code language}, {@code code}; optional: {@code timeout_ms}, and any number of
     * {@code requires}, each the name of a function that code without errors has to define at its top level; one that
     * is missing is an error at 1:1.
     */
    VALIDATE('P'),
    /**
     * Make code in one language into code in another. Fields: {@code language}, {@code code}.
     */
    CONVERT('C'),
    /** The worker has read a whole request and begins; without it a request certainly was not begun. No fields. */
    BEGUN('B'),
    /** Bytes the code printed, UTF-8. */
    STDOUT('O'),
    /** Bytes the code printed to standard error, UTF-8. */
    STDERR('E'),
    /**
     * The request is done. After RUN: {@code status} (wire name), {@code exit_code} (of an error, when it is not 1),
     * {@code duration_us}, {@code ret_val} (absent without a result), {@code own_return_val} ({@code true} when the code defined its own
     * {@code return_val}), {@code error_type}, {@code error_message}, {@code error_line}, {@code error_column}.
     *
     * <p>{@code error_type} is the class of what was raised; {@code Uncaught} for a thrown JavaScript value that is no error,
     * {@code UnsupportedFeatureError} for a feature that the sandbox does not offer, {@code UnsettledAwaitError} for a
     * top-level {@code await} that nothing can end. What the Python worker itself found is
     * {@code Crash} (a signal ended the run) or {@code InvalidResult} (the run ended without telling how). A status that names
     * a limit comes without {@code exit_code} and error: the server has the words for it.
     *
     * <p>After CONVERT: {@code code} and {@code positions}, a {@link PositionTable}; or {@code error_type}, {@code
     * error_message}, {@code error_line}, {@code error_column} of code with errors.
     *
     * <p>After VALIDATE: any number of {@code diagnostic}, each {@code line:column:endLine:endColumn:severity:message}, and
     * possibly {@code duration_us}.
     */
    DONE('D');

    private final int code;

    FrameType(char code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static FrameType of(int code) throws ProtocolViolation {
        for (FrameType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new ProtocolViolation("unknown frame type " + code);
    }
}
