package io.faasruntime.sandbox.process;

import java.util.regex.Pattern;

/**
 * How a worker process ended.
 *
 * @param ending why
 * @param exitCode its exit code; 128 + n after signal n
 * @param lastWords the end of what it wrote to stderr, for operators: may be empty
 */
public record WorkerDeath(Ending ending, int exitCode, String lastWords) {

    private static final Pattern OUT_OF_MEMORY = Pattern.compile(
            "out of memory|invalid size error|OutOfMemoryError|insufficient memory|memory allocation",
            Pattern.CASE_INSENSITIVE);

    /** Whether the process said that it ran out of memory, in the words of V8, of the JVM or of the worker. */
    public boolean outOfMemory() {
        return ending == Ending.DEATH && OUT_OF_MEMORY.matcher(lastWords).find();
    }

    /** One line for operators; holds nothing of the code. */
    public String describe() {
        String words = lastWords.strip().replaceAll("\\s*\\R\\s*", " | ");
        String tail = words.isEmpty() ? "" : ": " + words.substring(Math.max(0, words.length() - 500));
        return switch (ending) {
            case TIMEOUT -> "it did not stop in time and was killed";
            case OUTPUT_LIMIT -> "it printed too much and was killed";
            case PROTOCOL_VIOLATION -> "it sent a broken answer and was killed";
            case ABANDONED -> "nobody waited for its answer any more";
            case SHUTDOWN -> "the server is shutting down";
            case DEATH -> "it ended with exit code " + exitCode + tail;
        };
    }
}
