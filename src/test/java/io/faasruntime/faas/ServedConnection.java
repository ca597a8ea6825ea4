package io.faasruntime.faas;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** One connection of the {@link MisbehavingServer}, with which a {@link Fault} does what it likes. */
final class ServedConnection {

    private final Socket socket;
    private final CountDownLatch aborted;
    private final InputStream in;
    private final OutputStream out;

    ServedConnection(Socket socket, CountDownLatch aborted) throws IOException {
        this.socket = socket;
        this.aborted = aborted;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** The next request; throws {@link EOFException} when the client has closed the connection. */
    ReceivedRequest read() throws IOException {
        String[] start = line().split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new ReceivedRequest(start[0], start[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            aborted.countDown();
            throw e;
        }
    }

    /** A whole answer. */
    void answer(String status, String headers, byte[] body) throws IOException {
        send("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n");
        send(body);
    }

    void answerJson(String status, String json) throws IOException {
        answer(status, "Content-Type: application/json\r\n", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Says nothing more until the client closes the connection. */
    void awaitAbort() throws IOException {
        try {
            while (in.read() >= 0) {
                // The client has nothing to say.
            }
        } finally {
            aborted.countDown();
        }
    }

    /** Whether the client has closed the connection; takes a moment to say no. */
    boolean isAborted() throws IOException {
        return isAborted(20);
    }

    private boolean isAborted(int patienceMs) throws IOException {
        socket.setSoTimeout(patienceMs);
        try {
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }

    /** Gives the client time to read what was sent: a reset would take away what it has not read yet. */
    void awaitRead() throws IOException {
        isAborted(300);
    }

    void close() throws IOException {
        socket.close();
    }

    /** Closes with a reset instead of an orderly end. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
