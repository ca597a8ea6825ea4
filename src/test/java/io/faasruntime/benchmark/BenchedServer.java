package io.faasruntime.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server to be measured: one of the benchmark's own, which ends with it, or one that was there. */
final class BenchedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final URI base;
    private final Optional<Process> process;
    private final Optional<ProcessTree> tree;
    private final Duration start;

    private BenchedServer(URI base, Optional<Process> process, Duration start) {
        this.base = base;
        this.process = process;
        this.tree = ProcessTree.listeningOn(base.getPort() < 0 ? 80 : base.getPort());
        this.start = start;
    }

    /** The server that listens at {@code url}. */
    static BenchedServer at(URI url) throws Exception {
        await(url, "/health/ready", Optional.empty());
        return new BenchedServer(url, Optional.empty(), Duration.ZERO);
    }

    /** Starts a Liberty with the shipped {@code server.xml} and these applications, and waits until all of {@code ready} answer. */
    static BenchedServer start(Path wlp, String name, Map<String, Path> applications, List<String> ready)
            throws Exception {
        Path folder = wlp.resolve("usr/servers").resolve(name);
        delete(folder);
        Files.createDirectories(folder.resolve("apps"));
        StringBuilder xml = new StringBuilder("<server><include location=\"")
                .append(Path.of("server-config/server.xml").toAbsolutePath())
                .append("\"/>");
        for (Map.Entry<String, Path> application : applications.entrySet()) {
            Files.copy(application.getValue(), folder.resolve("apps").resolve(application.getKey() + ".war"));
            if (!application.getKey().equals("faas-runtime")) {
                xml.append("<webApplication location=\"")
                        .append(application.getKey())
                        .append(".war\"/>");
            }
        }
        Files.writeString(folder.resolve("server.xml"), xml.append("</server>"));
        // What HttpURLConnection keeps open is 5 connections otherwise.
        Files.writeString(folder.resolve("jvm.options"), "-Dhttp.maxConnections=1000\n");
        return launch(wlp, folder, ready);
    }

    private static BenchedServer launch(Path wlp, Path folder, List<String> ready) throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        wlp.resolve("bin/server").toAbsolutePath().toString(),
                        "run",
                        folder.getFileName().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.txt").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("keystore_password", "test-only");
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        long start = System.nanoTime();
        Process process = builder.start();
        URI base = URI.create("http://localhost:" + port);
        try {
            for (String path : ready) {
                await(base, path, Optional.of(process));
            }
            return new BenchedServer(base, Optional.of(process), Duration.ofNanos(System.nanoTime() - start));
        } catch (Exception | AssertionError e) {
            end(process);
            throw new AssertionError(Files.readString(folder.resolve("console.txt")), e);
        }
    }

    private static void await(URI base, String path, Optional<Process> process) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(base, path)) {
            if (System.nanoTime() > end
                    || process.map(running -> !running.isAlive()).orElse(false)) {
                throw new AssertionError(base + path + " did not answer with 200 within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean answers(URI base, String path) {
        try (HttpConnection connection = new HttpConnection(base)) {
            HttpConnection.Answer answer = connection.send(HttpConnection.get(base, path));
            // Without its application, health is a server's that has nothing to check.
            return answer.status() == 200
                    && (!path.startsWith("/health") || answer.text().contains("\"name\""));
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    URI base() {
        return base;
    }

    /** Its processes; empty on another machine, or if they are somebody else's. */
    Optional<ProcessTree> tree() {
        return tree;
    }

    /** From the start of its process until it was ready; zero for a server that was there. */
    Duration timeToStart() {
        return start;
    }

    @Override
    public void close() {
        process.ifPresent(BenchedServer::end);
    }

    private static void end(Process process) {
        process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
