package io.faasruntime.sandbox;

import java.util.Locale;

/**
 * How a worker process ended.
 *
 * @param ending why
 * @param exitCode its exit code; 128 + n after signal n
 * @param lastWords the end of what it wrote to stderr, for operators: may be empty
 */
record WorkerDeath(Ending ending, int exitCode, String lastWords) {

    /** Whether the process said that it ran out of memory. */
    boolean outOfMemory() {
        String words = lastWords.toLowerCase(Locale.ROOT);
        return ending == Ending.DEATH
                && (words.contains("out of memory")
                        || words.contains("outofmemory")
                        || words.contains("memory allocation"));
    }

    /** One line for operators; holds nothing of the code. */
    String describe() {
        String words = lastWords.strip().replaceAll("\\s*\\R\\s*", " | ");
        String tail = words.isEmpty() ? "" : ": " + words.substring(Math.max(0, words.length() - 500));
        return switch (ending) {
            case TIMEOUT -> "it did not stop in time and was killed";
            case OUTPUT_LIMIT -> "it printed too much and was killed";
            case PROTOCOL_VIOLATION -> "it sent a broken answer and was killed";
            case SHUTDOWN -> "the server is shutting down";
            case DEATH -> "it ended with exit code " + exitCode + tail;
        };
    }
}
