package io.faasruntime.python;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.sandbox.engine.InstalledEngines;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real worker process, over its real pipes. What hostile code can do is in {@code hostile/python}. */
class PythonWorkerTest {

    private WorkerConversation worker;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        assumeTrue(InstalledEngines.areSupportedHere());
    }

    @BeforeEach
    void start() throws IOException {
        worker = new WorkerConversation();
    }

    @AfterEach
    void stop() throws IOException {
        worker.close();
    }

    @Test
    void greetsWithItsEngineAndTheIsolationItAchieved() throws IOException {
        assertEquals("CPython 3.14.3", worker.hello().require("engine"));
        List<String> isolation = List.of(worker.hello().require("isolation").split(","));
        assertTrue(isolation.containsAll(List.of("rlimits", "seccomp", "no-new-privs")), isolation::toString);
    }

    @Test
    void carriesInputOutputAndResult() throws IOException {
        Fields request = WorkerConversation.request("""
                        import sys
                        print("hello", input["name"])
                        print("warned", file=sys.stderr)
                        return_val({"length": len(input["name"])})
                        """, 5_000).add("input", "{\"name\": \"Zoë\"}");

        WorkerConversation.Answer answer = worker.ask(FrameType.RUN, request);

        assertAll(
                () -> assertEquals("success", answer.field("status")),
                () -> assertEquals("0", answer.field("exit_code")),
                () -> assertEquals("hello Zoë\n", answer.stdout()),
                () -> assertEquals("warned\n", answer.stderr()),
                () -> assertEquals("{\"length\": 3}", answer.field("ret_val")));
    }

    @Test
    void takesWhateverTheServerLetsThrough() throws IOException {
        int characters = 65 << 20; // 130 MB of UTF-16
        Fields request = new Fields()
                .add("code", "return_val(len(input))")
                .add("timeout_ms", 60_000)
                .add("memory_mb", 512)
                .add("input", "\"" + "x".repeat(characters) + "\"");

        assertEquals(
                Integer.toString(characters), worker.ask(FrameType.RUN, request).field("ret_val"));
    }

    @Test
    void awaitsAtTopLevelAndFinishesTasksNobodyAwaited() throws IOException {
        WorkerConversation.Answer answer = worker.run("""
                import asyncio

                async def later():
                    await asyncio.sleep(0.02)
                    print("later")

                asyncio.create_task(later())
                await asyncio.sleep(0)
                print("first")
                """);

        assertEquals("first\nlater\n", answer.stdout());
    }

    @Test
    void pointsAtAnErrorInCharactersOfTheSource() throws IOException {
        WorkerConversation.Answer answer = worker.run("x = 1\nname = 'Zoë' + missing\n");

        assertAll(
                () -> assertEquals("error", answer.field("status")),
                () -> assertEquals("NameError", answer.field("error_type")),
                () -> assertEquals("name 'missing' is not defined", answer.field("error_message")),
                () -> assertEquals("2", answer.field("error_line")),
                () -> assertEquals("16", answer.field("error_column")),
                () -> assertTrue(
                        answer.stderr().startsWith("Traceback (most recent call last):\n  File \"<snippet>\"")));
    }

    @Test
    void tellsASyntaxErrorFromAnError() throws IOException {
        WorkerConversation.Answer answer = worker.run("print('never')\ndef f(x) return x\n");

        assertAll(
                () -> assertEquals("syntax_error", answer.field("status")),
                () -> assertEquals("2", answer.field("error_line")),
                () -> assertEquals("10", answer.field("error_column")),
                () -> assertEquals("", answer.stdout()));
    }

    @Test
    void killsAtTheTimeLimitAndKeepsWhatWasPrinted() throws IOException {
        long started = System.nanoTime();

        WorkerConversation.Answer answer =
                worker.ask(FrameType.RUN, WorkerConversation.request("print('so far', end='')\nwhile True: pass", 300));

        Duration taken = Duration.ofNanos(System.nanoTime() - started);
        assertAll(
                () -> assertEquals("timeout", answer.field("status")),
                () -> assertEquals("so far", answer.stdout()),
                () -> assertTrue(taken.toMillis() < 550, taken::toString));
        assertEquals("next\n", worker.run("print('next')").stdout());
    }

    @Test
    void endsARunAtItsMemoryLimit() throws IOException {
        WorkerConversation.Answer answer = worker.run("blocks = []\nwhile True: blocks.append(bytearray(1 << 20))");

        assertEquals("memory_limit", answer.field("status"));
        assertEquals("", answer.field("exit_code"), "the server has the words for a limit");
        assertEquals("next\n", worker.run("print('next')").stdout());
    }

    @Test
    void keepsTheFirstBytesOfAFlood() throws IOException {
        WorkerConversation.Answer answer = worker.run("while True: print('0123456789' * 1000)");

        assertEquals("output_limit", answer.field("status"));
        assertEquals(100_000, answer.stdout().length());
    }

    @Test
    void survivesACrashOfItsChild() throws IOException {
        WorkerConversation.Answer answer = worker.run("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)");

        assertEquals("Crash", answer.field("error_type"));
        assertEquals("next\n", worker.run("print('next')").stdout());
    }

    @Test
    void validatesWithoutRunning() throws IOException {
        WorkerConversation.Answer answer = worker.ask(
                FrameType.VALIDATE,
                new Fields().add("language", "python").add("code", "print('ran')\nreturn 'é', 1\n"));

        assertEquals(
                List.of("2:1:2:14:error:'return' outside function"),
                answer.fields().all("diagnostic"));
        assertEquals("", answer.stdout());
    }

    @Test
    void reportsARequiredFunctionThatIsMissing() throws IOException {
        Fields request = new Fields().add("code", "def other(): pass").add("requires", "exec_evaluation");

        assertEquals(
                List.of("1:1:1:1:error:the code does not define exec_evaluation"),
                worker.ask(FrameType.VALIDATE, request).fields().all("diagnostic"));
    }

    @Test
    void diesWithItsStdinAndTakesARunningChildAlong() throws IOException, InterruptedException {
        worker.send(FrameType.RUN, WorkerConversation.request("while True: pass", 60_000));
        List<ProcessHandle> children =
                worker.process().children().filter(ProcessHandle::isAlive).toList();
        assertFalse(children.isEmpty());

        worker.process().getOutputStream().close();

        assertTrue(worker.process().waitFor(2, TimeUnit.SECONDS));
        for (ProcessHandle child : children) {
            child.onExit().orTimeout(2, TimeUnit.SECONDS).join();
        }
    }
}
