package io.faasruntime.v8worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.FrameType;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerProcessTest {

    private static RunningWorker worker;

    @BeforeAll
    static void start() throws IOException {
        worker = RunningWorker.start();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    private static Fields request(String code, long timeoutMillis, long maxOutputBytes) {
        return new Fields()
                .add("language", "js")
                .add("code", code)
                .add("input", "{\"answer\":42}")
                .add("timeout_ms", timeoutMillis)
                .add("memory_mb", 128)
                .add("max_output_bytes", maxOutputBytes)
                .add("max_result_bytes", 1_000);
    }

    @Test
    void saysWhatItIsAndHowItIsConfined() {
        assertTrue(worker.hello.get("engine").orElse("").startsWith("V8 "));
        assertTrue(worker.hello.get("isolation").orElse("").contains("rlimits"));
    }

    @Test
    void handsTheInputInAndTheResultOut() throws IOException {
        RunningWorker.Run run = worker.run(request("return_val({ twice: input.answer * 2 })", 1_000, 1_000));
        assertEquals("success", run.status());
        assertEquals("{\"twice\":84}", run.field("ret_val"));
        assertEquals("", run.stdout());
    }

    @Test
    void lastResultWinsAndStringsStayAsTheyAre() throws IOException {
        assertEquals("two", worker.run("js", "return_val(1); return_val('two')").field("ret_val"));
        assertEquals("null", worker.run("js", "return_val(null)").field("ret_val"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"undefined", "() => 1", "10n", "Symbol('s')", "(() => { const a = {}; a.a = a; return a })()"})
    void refusesResultsThatAreNoJson(String value) throws IOException {
        RunningWorker.Run run = worker.run("js", "return_val(" + value + ")");
        assertEquals("error", run.status());
        assertEquals("TypeError", run.field("error_type"));
    }

    @Test
    void refusesAResultAboveTheLimit() throws IOException {
        RunningWorker.Run run = worker.run("js", "return_val('中'.repeat(4_000))");
        assertEquals("RangeError", run.field("error_type"));
        assertTrue(run.field("error_message").contains("10000"));
    }

    @Test
    void patchedBuiltInsChangeNothing() throws IOException {
        String code = """
                JSON.stringify = () => 'evil'; Object.prototype.toJSON = () => 'evil'; Map.prototype.get = () => { throw 1 };
                Array.prototype.push = () => { throw 1 }; String.prototype.slice = () => 'evil'; Array.prototype.map = null;
                Object.defineProperty(Array.prototype, '0', { set() { throw 1 } });
                console.log({ a: [1, 'x'] }, '%s');
                setTimeout(() => return_val({ x: [1, 2] }), 1);
                """;
        RunningWorker.Run run = worker.run("js", code);
        assertEquals("success", run.status(), run.stderr());
        assertEquals("{\"x\":[1,2]}", run.field("ret_val"));
        assertEquals("{ a: [ 1, 'x' ] } %s\n", run.stdout());
    }

    @Test
    void nothingOfARunIsLeftForTheNext() throws IOException {
        worker.run("js", "globalThis.leak = 1; Object.prototype.leak = 2; console.log = () => {}");
        assertEquals(
                "undefined undefined\n",
                worker.run("js", "console.log(typeof leak, ({}).leak)").stdout());
    }

    @Test
    void awaitsAtTheTopLevelWithTrueReportedPositions() throws IOException {
        RunningWorker.Run run = worker.run("js", "const x = await 1; null.y;\nawait 2");
        assertEquals("TypeError", run.field("error_type"));
        assertEquals("1:25", run.position());
        assertTrue(run.stderr().endsWith("    at snippet.js:1:25\n"), run.stderr());
    }

    @Test
    void finishesWhatNobodyAwaits() throws IOException {
        String code = "(async () => { await 1; setTimeout(() => console.log('late'), 20) })(); console.log('early')";
        assertEquals("early\nlate\n", worker.run("js", code).stdout());
    }

    @Test
    void unhandledRejectionIsAnError() throws IOException {
        RunningWorker.Run run = worker.run("js", "Promise.reject(new RangeError('r'))");
        assertEquals("error", run.status());
        assertEquals("RangeError", run.field("error_type"));
    }

    @Test
    void thrownValuesThatAreNoErrorsAreUncaught() throws IOException {
        RunningWorker.Run run = worker.run("js", "throw 'plain'");
        assertEquals("Uncaught", run.field("error_type"));
        assertEquals("plain", run.field("error_message"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"}); evil(); (async()=>{", "await 1; }); evil(); (async()=>{", "let x = ;", "return 1"})
    void doesNotRunWhatDoesNotParse(String code) throws IOException {
        assertEquals("syntax_error", worker.run("js", code).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"import fs from 'fs'", "export * from 'fs'", "await import('fs')", "import.meta.url"})
    void saysThatModulesAreNotOffered(String code) throws IOException {
        assertEquals("UnsupportedFeatureError", worker.run("js", code).field("error_type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export const a = 1",
                "const a = 1; export { a }; export { a as b }",
                "export default { a: 1 }",
                "export default function () {}\n(1)",
                "export async function f() {} await f()",
                "export class A {} export default new A()",
            })
    void anExportHasNoEffect(String code) throws IOException {
        RunningWorker.Run run = worker.run("js", code + "\nconsole.log('ran'); null.x");
        assertEquals("ran\n", run.stdout(), run.stderr());
        assertEquals((code.contains("\n") ? 3 : 2) + ":26", run.position());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "try { while (1); } finally { while (1); }",
                "/(a+)+$/.test('a'.repeat(40) + '!')",
                "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)",
                "(function f() { Promise.resolve().then(f) })()",
                "[1, 2].sort(() => { while (1); })",
                "return_val({ toJSON() { while (1); } })",
                "setInterval(() => {}, 10)"
            })
    void endsAtTheTimeLimitWithTheOutputSoFar(String code) throws IOException {
        long start = System.nanoTime();
        RunningWorker.Run run = worker.run(request("console.log('before');" + code, 200, 1_000));
        assertEquals("timeout", run.status());
        assertEquals("before\n", run.stdout());
        assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) < 2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const a = []; while (true) a.push(new ArrayBuffer(1e7))",
                "const a = []; while (true) try { a.push(new Uint8Array(5e7)) } catch { a.push(new Uint8Array(9)) }",
                "const a = []; while (true) a.push(new TextEncoder().encode('x'.repeat(1e6)))",
                "new Uint8Array(3e9)",
                "const m = new Map(); for (let i = 0; ; i++) m.set(i, [i])"
            })
    void endsAtTheMemoryLimit(String code) throws IOException {
        assertEquals("memory_limit", worker.run(request(code, 20_000, 1_000)).status());
        assertEquals("1\n", worker.run("js", "console.log(1)").stdout());
    }

    /**
     * The C library keeps what is left of them, so the next run would have less than it was promised. Now and then V8 lacks
     * a page before that, and the process ends in the middle.
     */
    @Test
    void makesWayForAnotherWorkerAfterAFloodOfSmallBuffers() throws Exception {
        try (RunningWorker flooded = RunningWorker.start()) {
            String code = "const a = []; while (true) a.push(new ArrayBuffer(1e3))";
            flooded.send(request(code, 20_000, 1_000));
            assertTrue(flooded.process().waitFor(30, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "2 ** 32", "2 ** 33"})
    void aRefusedBufferCanBeCaught(String length) throws IOException {
        String code = "try { new Uint8Array(" + length + ") } catch (e) { console.log(e.name) }";
        RunningWorker.Run run = worker.run("js", code);
        assertEquals("success", run.status());
        assertEquals("RangeError\n", run.stdout());
    }

    @Test
    void buffersThatNobodyHoldsAreNoReasonToEnd() throws IOException {
        RunningWorker.Run run = worker.run("js", "for (let i = 0; i < 500; i++) new Uint8Array(1e7); console.log(1)");
        assertEquals("1\n", run.stdout(), run.status());
    }

    @Test
    void endsAtTheOutputLimitWithExactlyTheFirstBytes() throws IOException {
        RunningWorker.Run run = worker.run(request("while (true) console.log('abc')", 5_000, 10));
        assertEquals("output_limit", run.status());
        assertEquals("abc\nabc\nab", run.stdout());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(function f() { f() })()", "const o = { toString() { return '' + o } }; '' + o"})
    void deepRecursionIsAnErrorLikeAnyOther(String code) throws IOException {
        assertEquals("RangeError", worker.run("js", code).field("error_type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function return_val(v) { console.log(JSON.stringify(v)) } return_val({ a: 1 })",
                "const return_val = (v) => console.log(v); await 1; return_val(1)",
                "globalThis.return_val = () => 1"
            })
    void noticesAReturnValOfTheCodesOwn(String code) throws IOException {
        assertEquals("true", worker.run("js", code).field("own_return_val"));
    }

    @Test
    void userNamesMayBeThoseOfTheGlobals() throws IOException {
        assertEquals(
                "3 4\n",
                worker.run("js", "const input = 3; let console2 = console; const URL = 4; console2.log(input, URL)")
                        .stdout());
    }

    @Test
    void runsTypeScriptAndReportsItsOwnPositions() throws IOException {
        String code = """
                interface A { x: number }
                enum E { P = 'p' }

                class C { constructor(private v: number) {} get(): number { return this.v } }
                const a: A = { x: new C(4).get() } as A;
                console.log(a.x, E.P);
                throw new TypeError('there');
                """;
        RunningWorker.Run run = worker.run("ts", code);
        assertEquals("4 p\n", run.stdout());
        assertEquals("7:7", run.position());
    }

    @Test
    void validatesWithoutRunning() throws IOException {
        assertEquals(List.of(), worker.validate("js", "while (true) {} await 1"));
        assertEquals(List.of("1:9:1:10:error:Unexpected token ';'"), worker.validate("js", "let x = ;"));
        assertEquals(List.of("1:17:1:18:error:Expression expected."), worker.validate("ts", "let x: number = ;"));
    }

    @Test
    void speaksOtherLanguagesThanEnglish() throws IOException {
        String code = "console.log(['中', '阿'].sort(new Intl.Collator('zh').compare), /\\p{Script=Han}/u.test('中'),"
                + " (1234.5).toLocaleString('de'), new Intl.DateTimeFormat('zh-CN').format(0))";
        assertEquals(
                "[ '阿', '中' ] true 1.234,5 1970/1/1\n", worker.run("js", code).stdout());
    }

    @Test
    void offersNothingOfTheHost() throws IOException {
        String code = "console.log([typeof process, typeof require, typeof java, typeof javet, typeof WebAssembly,"
                + " typeof __faas, typeof fetch].join())";
        assertEquals(
                "undefined,undefined,undefined,undefined,undefined,undefined,undefined\n",
                worker.run("js", code).stdout());
    }

    @Test
    void endsItselfWhenItsStdinEndsInTheMiddleOfAnEndlessLoop() throws Exception {
        try (RunningWorker doomed = RunningWorker.start()) {
            doomed.send(request("console.log('looping'); while (true) {}", 60_000, 1_000));
            assertEquals(FrameType.BEGUN, doomed.read().type());
            assertEquals(FrameType.STDOUT, doomed.read().type());
            doomed.process().getOutputStream().close();
            assertTrue(doomed.process().waitFor(30, TimeUnit.SECONDS));
        }
    }
}
