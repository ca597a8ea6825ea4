package io.faasruntime.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A FaaS service of coze-loop's contract that runs nothing and answers at once, for clients to be measured. */
final class AnsweringService implements AutoCloseable {

    private static final byte[] ANSWER = answer("{\"output\":{\"stdout\":\"\",\"stderr\":\"\",\"ret_val\":"
            + "\"{\\\"score\\\": 0.77, \\\"reason\\\": \\\"it's close\\\"}\"},"
            + "\"metadata\":{\"language\":\"python\",\"duration\":1,\"status\":\"success\",\"exit_code\":0,"
            + "\"timed_out\":false}}");

    private final ServerSocket socket;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    AnsweringService() throws IOException {
        socket = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream(), 16 * 1024);
            while (skipRequest(in)) {
                connection.getOutputStream().write(ANSWER);
            }
        } catch (IOException e) {
            // The client is gone.
        } finally {
            connections.remove(connection);
        }
    }

    private static boolean skipRequest(InputStream in) throws IOException {
        long length = 0;
        boolean chunked = false;
        boolean any = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            any = true;
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
        }
        if (chunked) {
            for (int size = size(in); size > 0; size = size(in)) {
                in.skipNBytes(size + 2L);
            }
            line(in);
        } else {
            in.skipNBytes(length);
        }
        return any;
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static byte[] answer(String json) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
