package io.faasruntime.rest.stream;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An answer that is written event by event. Used by one thread. */
abstract class EventStream {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final BufferedOutputStream out;

    private EventStream(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    }

    /** Server-sent events: each has its name and one line of data. */
    static EventStream serverSentEvents(OutputStream out) {
        return new EventStream(out) {
            @Override
            String event(String name, String json) {
                return "event: " + name + "\ndata: " + json + "\n\n";
            }

            @Override
            String beat() {
                return ":\n";
            }
        };
    }

    /** Lines of JSON; an item stands on its line as it is, anything else under its name. */
    static EventStream lines(OutputStream out, String item) {
        return new EventStream(out) {
            @Override
            String event(String name, String json) {
                return (name.equals(item) ? json : "{\"" + name + "\":" + json + "}") + "\n";
            }

            /** White space in front of the next line: part of no line that a reader could take for one. */
            @Override
            String beat() {
                return " ";
            }
        };
    }

    abstract String event(String name, String json);

    abstract String beat();

    /** @throws IOException if nobody reads any more */
    void write(String name, String json) throws IOException {
        out.write(event(name, json).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends what was written. */
    void flush() throws IOException {
        out.flush();
    }

    /** Sends something that means nothing, to find out whether anybody still reads. */
    void tryOut() throws IOException {
        out.write(beat().getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
