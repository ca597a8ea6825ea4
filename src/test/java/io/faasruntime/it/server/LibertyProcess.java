package io.faasruntime.it.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Liberty of a test's own, beside the one that Arquillian manages; ends with the test. */
public final class LibertyProcess implements AutoCloseable {

    private static final long STOP_LIMIT_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final int port;

    private LibertyProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts the shipped WAR with the shipped {@code server.xml} and waits until it is warm. */
    public static LibertyProcess start(String name, Map<String, String> environment) throws IOException {
        LibertyProcess liberty = launch(name, environment);
        liberty.awaitReady();
        return liberty;
    }

    /** Starts the shipped WAR with the shipped {@code server.xml} and does not wait. */
    public static LibertyProcess launch(String name, Map<String, String> environment) throws IOException {
        Path server = newServer(name);
        Files.createDirectories(server.resolve("apps"));
        Files.copy(war(), server.resolve("apps/faas-runtime.war"));
        Path shipped = Path.of("server-config/server.xml").toAbsolutePath();
        Files.writeString(server.resolve("server.xml"), "<server><include location=\"" + shipped + "\"/></server>");
        return launch(server, environment);
    }

    /** Starts a server with {@code serverXml} and the shipped WAR in its dropins folder, and waits until it is warm. */
    public static LibertyProcess startWithDropin(String name, String serverXml) throws IOException {
        Path server = newServer(name);
        Files.createDirectories(server.resolve("dropins"));
        Files.copy(war(), server.resolve("dropins/faas-runtime.war"));
        Files.writeString(server.resolve("server.xml"), serverXml);
        LibertyProcess liberty = launch(server, Map.of());
        liberty.awaitReady();
        return liberty;
    }

    private static LibertyProcess launch(Path server, Map<String, String> environment) throws IOException {
        int port = freePort();
        Path log = server.resolve("console.txt");
        String program = Path.of(System.getProperty("wlp.home"), "bin/server").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        program, "run", server.getFileName().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> variables = builder.environment();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("keystore_password", "test-only");
        variables.put("HTTP_PORT", Integer.toString(port));
        variables.putAll(environment);
        return new LibertyProcess(builder.start(), log, port);
    }

    private static Path newServer(String name) throws IOException {
        Path server = Path.of(System.getProperty("wlp.home"), "usr/servers", name);
        deleteRecursively(server);
        return Files.createDirectories(server);
    }

    private static Path war() {
        return Path.of(System.getProperty("war.file"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        try {
            client().awaitWarm();
        } catch (AssertionError e) {
            close();
            throw new AssertionError("the server did not get ready:\n" + Files.readString(log), e);
        }
    }

    public TestServer client() {
        return new TestServer(port);
    }

    public String console() throws IOException {
        return Files.readString(log);
    }

    /** Waits until the console shows {@code text}. */
    public void awaitConsole(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!console().contains(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the console does not show '" + text + "':\n" + console());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** The server's own log, which says more than the console. */
    public String log() throws IOException {
        return Files.readString(log.resolveSibling("logs/messages.log"));
    }

    /** Waits until the log shows {@code text}. */
    public void awaitLog(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!log().contains(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the log does not show '" + text + "':\n" + log());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Waits for the server to end by itself; whether it did. */
    public boolean awaitExit(long limit, TimeUnit unit) throws InterruptedException {
        return process.waitFor(limit, unit);
    }

    /** The server's JVM: the script that starts it is a process of its own. */
    public ProcessHandle jvm() {
        return process.descendants()
                .filter(handle -> handle.info().commandLine().orElse("").contains("ws-server.jar"))
                .findFirst()
                .orElseGet(process::toHandle);
    }

    /** Every process below the server's JVM: the workers, and their children. */
    public List<ProcessHandle> workers() {
        return new ArrayList<>(jvm().descendants().toList());
    }

    public void stopOrderly() throws Exception {
        Path wlp = Path.of(System.getProperty("wlp.home"));
        String name = log.getParent().getFileName().toString();
        ProcessBuilder stop = new ProcessBuilder(wlp.resolve("bin/server").toString(), "stop", name)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        stop.environment().put("JAVA_HOME", System.getProperty("java.home"));
        stop.start().waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly()
                .onExit()
                .orTimeout(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
