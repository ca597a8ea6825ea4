package io.faasruntime.it.server;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server takes of its machine.
 *
 * @param processes below the server
 * @param workersMegabytes resident memory of those, shared pages counted once for each
 */
public record ServerFootprint(
        int processes,
        long threads,
        long openFiles,
        long heapMegabytes,
        long residentMegabytes,
        long workersMegabytes) {

    private static final Pattern HEAP = Pattern.compile("(?m)^memory_usedHeap_bytes\\S* ([0-9.E+]+)");

    public static ServerFootprint of(TestServer server, ServerProcess process)
            throws IOException, InterruptedException {
        long workers = 0;
        for (ProcessHandle worker : process.descendants()) {
            workers += new ServerProcess(worker).residentMegabytes();
        }
        return new ServerFootprint(
                process.descendants().size(),
                process.threads(),
                process.openFiles(),
                heapMegabytes(server),
                process.residentMegabytes(),
                workers);
    }

    private static long heapMegabytes(TestServer server) throws IOException, InterruptedException {
        Matcher heap = HEAP.matcher(server.get("metrics?scope=base").body());
        return heap.find() ? (long) Double.parseDouble(heap.group(1)) >> 20 : -1;
    }
}
