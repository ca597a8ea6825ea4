package io.faasruntime.v8worker.source;

import io.faasruntime.protocol.ProtocolViolation;

/** What this worker runs. */
public enum SourceLanguage {
    JAVASCRIPT("js", "snippet.js"),
    TYPESCRIPT("ts", "snippet.ts");

    final String wireName;
    /** What the user's source is called in stack traces. */
    public final String fileName;

    SourceLanguage(String wireName, String fileName) {
        this.wireName = wireName;
        this.fileName = fileName;
    }

    public static SourceLanguage of(String wireName) throws ProtocolViolation {
        for (SourceLanguage language : values()) {
            if (language.wireName.equals(wireName)) {
                return language;
            }
        }
        throw new ProtocolViolation("this worker does not run the requested language");
    }
}
