package io.faasruntime.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessTreeTest {

    @Test
    void findsTheProcessThatListens() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    ProcessHandle.current().pid(),
                    ProcessTree.listeningOn(socket.getLocalPort())
                            .orElseThrow()
                            .root()
                            .pid());
        }
    }

    @Test
    void countsTheProcessorTimeOfChildrenThatEnded() throws Exception {
        ProcessTree tree = new ProcessTree(ProcessHandle.current());
        double before = ProcessTree.endedChildrenMs();
        double all = tree.processorMs();
        Process child = new ProcessBuilder("bash", "-c", "for ((i = 0; i < 200000; i++)); do :; done").start();
        assertEquals(0, child.waitFor());
        assertTrue(ProcessTree.endedChildrenMs() >= before + 50, "the child took more than 50 ms of a processor");
        assertTrue(tree.processorMs() >= all + 50);
    }

    @Test
    void seesMemoryOfTheRoot() {
        assertTrue(new ProcessTree(ProcessHandle.current()).rootMb() > 10);
    }
}
