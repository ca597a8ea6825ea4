package io.faasruntime.faas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** What a server can do to a request. */
@FunctionalInterface
interface Fault {

    String DONE =
            "{\"output\":{\"stdout\":\"done\\n\",\"stderr\":\"\",\"ret_val\":\"\"},\"metadata\":{\"status\":\"success\"}}";

    int MB = 1 << 20;

    Fault HEALTHY = (connection, request) -> connection.answerJson("200 OK", "{\"status\":\"healthy\"}");
    Fault OURS = (connection, request) -> connection.answerJson(
            "200 OK", "{\"server\":\"faas-runtime\",\"languages\":[\"python\",\"js\",\"ts\"],\"down\":{}}");
    Fault NO_FAULT = json(DONE);

    Fault NO_ANSWER = (connection, request) -> connection.awaitAbort();
    Fault SLOW_HEADERS = (connection, request) -> drip(connection, "HTTP/1.1 200 OK\r\nX-Slow: ");
    Fault SLOW_DRIP = (connection, request) -> drip(
            connection,
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"output\":");
    Fault ENDLESS_BODY = (connection, request) -> {
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        while (true) {
            connection.send(chunk);
        }
    };
    Fault BODY_OF_50_MB = (connection, request) -> {
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + 50 * MB + "\r\n\r\n");
        byte[] part = new byte[MB];
        Arrays.fill(part, (byte) 'a');
        for (int i = 0; i < 50; i++) {
            connection.send(part);
        }
    };

    Fault RESET_BEFORE_THE_ANSWER = (connection, request) -> connection.reset();
    Fault RESET_DURING_THE_ANSWER = (connection, request) -> {
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"out");
        connection.reset();
    };
    Fault RESET_AFTER_THE_ANSWER = (connection, request) -> {
        connection.answerJson("200 OK", DONE);
        connection.awaitRead();
        connection.reset();
    };
    Fault CLOSED_BEFORE_THE_ANSWER = (connection, request) -> connection.close();
    Fault CLOSED_WHEN_IDLE = (connection, request) -> {
        connection.answerJson("200 OK", DONE);
        connection.close();
    };

    Fault HTML = (connection, request) -> connection.answer(
            "200 OK", "Content-Type: text/html\r\n", "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8));
    Fault EMPTY_BODY = (connection, request) -> connection.answer("200 OK", "", new byte[0]);
    Fault REDIRECT = (connection, request) -> connection.answer(
            "302 Found", "Location: http://" + request.headers().get("host") + "/x\r\n", new byte[0]);
    Fault NOT_HTTP = (connection, request) -> {
        connection.send("SSH-2.0-OpenSSH_9.2\r\n");
        connection.close();
    };

    Fault CONTENT_LENGTH_TOO_LONG = (connection, request) -> {
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + (DONE.length() + 10) + "\r\n\r\n" + DONE);
        connection.close();
    };
    Fault CONTENT_LENGTH_TOO_SHORT = (connection, request) -> {
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + (DONE.length() - 10) + "\r\n\r\n" + DONE);
        connection.close();
    };

    Fault GZIP = (connection, request) -> gzipped(connection, DONE.getBytes(StandardCharsets.UTF_8));
    Fault BROKEN_GZIP = (connection, request) ->
            connection.answer("200 OK", "Content-Encoding: gzip\r\n", DONE.getBytes(StandardCharsets.UTF_8));
    Fault GZIP_BOMB = (connection, request) -> gzipped(connection, new byte[200 * MB]);

    void happen(ServedConnection connection, ReceivedRequest request) throws IOException;

    /** A good answer with this body. */
    static Fault json(String body) {
        return (connection, request) -> connection.answerJson("200 OK", body);
    }

    /** An error of the contract. */
    static Fault status(int status) {
        return status(status, "");
    }

    /** @param headers whole lines, or empty */
    static Fault status(int status, String headers) {
        byte[] body = "{\"error\":\"it is the server who says so\"}".getBytes(StandardCharsets.UTF_8);
        return (connection, request) -> connection.answer(status + " X", headers, body);
    }

    static Fault retryAfterSeconds(int status, int seconds) {
        return status(status, "Retry-After: " + seconds + "\r\n");
    }

    static Fault retryAfterDate(int status, int seconds) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds));
        return status(status, "Retry-After: " + date + "\r\n");
    }

    private static void gzipped(ServedConnection connection, byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        connection.answer("200 OK", "Content-Encoding: gzip\r\n", packed.toByteArray());
    }

    /** One byte now and then until the client has had enough. */
    private static void drip(ServedConnection connection, String start) throws IOException {
        connection.send(start);
        while (!connection.isAborted()) {
            connection.send("a");
        }
        connection.awaitAbort();
    }
}
