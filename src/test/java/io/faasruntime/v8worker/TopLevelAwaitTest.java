package io.faasruntime.v8worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that awaits outside of its functions waits, whatever stands behind the word. */
class TopLevelAwaitTest {

    private static RunningWorker worker;

    @BeforeAll
    static void start() throws IOException {
        worker = RunningWorker.start();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console.log(await (Promise.resolve(1)))",
                "await (async () => console.log(1))()",
                "console.log((await [1])[0])",
                "console.log(await\n  Promise.resolve(1))",
                "console.log(await /* soon */ (1))",
                "console.log(await +true)",
                "console.log(await -(-1))",
                "console.log((await /1/).source)",
                "console.log(await `1`)",
                "const two = { x: await (1) }; console.log(two.x)",
                "if (await (true)) { console.log(await (1)) }",
                "class A { [await ('x')] = 1 } console.log(new A().x)",
                "const f = async (await_) => await (await_); console.log(await (f(1)))",
            })
    void waits(String code) throws IOException {
        assertEquals("1\n", worker.run("js", code).stdout(), code);
        assertEquals("1\n", worker.run("ts", code).stdout(), code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var await = x => x; console.log(await (1))",
                "function await(x) { return x } console.log(await (1))",
                "const f = function (await) { return await (1) }; console.log(f(x => x))",
                "async function f() { return await (1) } f().then(console.log)",
                "const o = { async m() { return await [1] } }; o.m().then(a => console.log(a[0]))",
            })
    void leavesScriptsAlone(String code) throws IOException {
        // Variables of a script are properties of the global object, those of a module are not.
        String asScript = code + "; var own = 1; console.log('own' in globalThis)";
        List<String> lines =
                worker.run("js", asScript).stdout().lines().sorted().toList();
        assertEquals(List.of("1", "true"), lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "let interface = 1;\\nawait null;| 1",
                "\\nfunction f(a, a) {}\\nawait null| 2",
                "var x = 010;\\nawait (1)| 1",
                "await (1);\\nwith ({}) {}| 2",
            })
    void reportsWhatOnlyModulesRefuse(String code, int line) throws IOException {
        RunningWorker.Run run = worker.run("js", code.replace("\\n", "\n"));
        assertEquals("syntax_error", run.status());
        assertEquals("SyntaxError", run.field("error_type"));
        assertEquals(Integer.toString(line), run.field("error_line"));
    }

    @Test
    void keepsPositions() throws IOException {
        RunningWorker.Run run = worker.run("js", "const a = await (1); null.x;\n");
        assertEquals("1:27", run.position());
    }
}
