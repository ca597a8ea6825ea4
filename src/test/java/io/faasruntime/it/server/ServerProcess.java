package io.faasruntime.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The server's JVM as the operating system sees it. */
public record ServerProcess(ProcessHandle jvm) {

    /** The JVM of the server that Arquillian manages: the only Liberty that this JVM has started itself. */
    public static ServerProcess managed() {
        ProcessHandle jvm = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(System.getProperty("test.server")))
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .min(Comparator.comparing(ProcessHandle::pid))
                .orElseThrow(() -> new AssertionError("the managed server is no child of this JVM"));
        return new ServerProcess(jvm);
    }

    /** Workers and their children. */
    public List<ProcessHandle> descendants() {
        return jvm.descendants().toList();
    }

    public long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(proc("fd"))) {
            return files.count();
        }
    }

    public long threads() throws IOException {
        return number("Threads:");
    }

    public long residentMegabytes() throws IOException {
        return number("VmRSS:") / 1024;
    }

    private long number(String field) throws IOException {
        try (Stream<String> lines = Files.lines(proc("status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(jvm.pid()), file);
    }
}
