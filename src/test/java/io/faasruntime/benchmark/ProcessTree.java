package io.faasruntime.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process and all below it, as {@code /proc} shows them. */
record ProcessTree(ProcessHandle root) {

    /** What {@code /proc} counts processor time in: 1/100 s on every Linux there is. */
    private static final double TICK_MS = 10;

    private static final Pattern LISTENING =
            Pattern.compile("^ *\\d+: \\S+:(\\S{4}) \\S+:0000 0A (?:\\S+ +){5}(\\d+) .*");

    /** The process that listens on {@code port} of this machine, if this user may see it. */
    static Optional<ProcessTree> listeningOn(int port) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, sockets(port)))
                .findFirst()
                .map(ProcessTree::new);
    }

    private static List<String> sockets(int port) {
        List<String> sockets = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try {
                for (String line : Files.readAllLines(Path.of(table))) {
                    Matcher matcher = LISTENING.matcher(line);
                    if (matcher.matches() && Integer.parseInt(matcher.group(1), 16) == port) {
                        sockets.add("socket:[" + matcher.group(2) + "]");
                    }
                }
            } catch (IOException e) {
                // A machine without this table has no such socket.
            }
        }
        return sockets;
    }

    private static boolean holds(ProcessHandle process, List<String> sockets) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return files.anyMatch(file -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(file).toString());
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (IOException e) {
            return false;
        }
    }

    /** The processor time so far of everything here, ended children that were waited for among it; in ms. */
    double processorMs() {
        return processes().mapToDouble(ProcessTree::processorMs).sum();
    }

    /** The processor time of the ended children of this JVM, in ms. */
    static double endedChildrenMs() {
        return ticks(ProcessHandle.current(), 13, 14) * TICK_MS;
    }

    private static double processorMs(ProcessHandle process) {
        return ticks(process, 11, 12, 13, 14) * TICK_MS;
    }

    private static long ticks(ProcessHandle process, int... fields) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long sum = 0;
            for (int field : fields) {
                sum += Long.parseLong(afterName[field]);
            }
            return sum;
        } catch (IOException e) {
            // It has ended; its parent counts it from now on.
            return 0;
        }
    }

    /** Memory of the root alone that is in use, in MB. */
    double rootMb() {
        return memoryMb(root);
    }

    /** Memory of all below the root; what several share counts once, where the kernel tells. In MB. */
    double belowMb() {
        return root.descendants().mapToDouble(ProcessTree::memoryMb).sum();
    }

    private static double memoryMb(ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        return kilobytes(folder.resolve("smaps_rollup"), "Pss:")
                        .or(() -> kilobytes(folder.resolve("status"), "VmRSS:"))
                        .orElse(0L)
                / 1024.0;
    }

    private static Optional<Long> kilobytes(Path file, String field) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(root), root.descendants());
    }
}
