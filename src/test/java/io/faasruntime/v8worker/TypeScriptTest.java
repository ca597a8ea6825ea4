package io.faasruntime.v8worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.protocol.Fields;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What TypeScript 5 makes of a program is what happens here. */
class TypeScriptTest {

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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "class A { @d x = 21 } function d(_: undefined, c: any) { return (v: number) => 2 * v } console.log(new A().x)| 42",
                "function d(f: any, c: any) { return () => c.kind + c.name } class A { @d m() {} } console.log(new A().m())| methodm",
                "function d(f: any, c: any) { return () => c.static } class A { @d static get g() { return 0 } } console.log(A.g)| true",
                "function d(f: any, c: any) { c.addInitializer(function () { this.y = 3 }) } class A { @d m() {} } console.log(new A().y)| 3",
                "function d(c: any, k: any) { return class extends c { z = k.name } } @d class A {} console.log(new A().z)| A",
                "function d(v: any, c: any) { return { init: (x: number) => -x } } class A { @d accessor x = 5 } console.log(new A().x)| -5",
                "class A { accessor x = 1 } const a = new A(); a.x++; console.log(a.x, Object.keys(a).length)| 2 0",
                "function d(v: any, c: any) { c.metadata.a = 7 } class A { @d m() {} } console.log(A[Symbol.metadata].a)| 7",
            })
    void decoratesByTheStandard(String code, String printed) throws IOException {
        RunningWorker.Run run = worker.run("ts", code);
        assertEquals(printed + "\n", run.stdout(), run.stderr());
    }

    @Test
    void keepsTheOldMeaningOfDecoratorsWhereItIsAskedFor() throws IOException {
        try (RunningWorker old = RunningWorker.startWithLegacyDecorators()) {
            String code = """
                    function d(target: any, name: string, descriptor: PropertyDescriptor) { console.log(typeof target, name) }
                    function p(target: any, name: string, index: number) { console.log(name, index) }
                    class A { @d m(@p x: number) {} }
                    """;
            RunningWorker.Run run = old.run("ts", code);
            assertEquals("m 0\nobject m\n", run.stdout(), run.stderr());
        }
    }

    @Test
    void showsNoFrameOfWhatDecoratorsAreMadeOf() throws IOException {
        String code = "function d(v: any, c: any) {\n  throw new Error('here') }\nclass A {\n  @d m() {} }";
        RunningWorker.Run run = worker.run("ts", code);
        assertEquals("2:9", run.position());
        assertFalse(run.stderr().contains("__"), run.stderr());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "namespace N { export const x = 1 } namespace N { export const y = x + 1 } console.log(N.y)| 2",
                "namespace A.B { export let x = 1 } namespace A.B { x++; export const y = x } console.log(A.B.y, A.B.x)| 2 2",
                "const enum E { A, B } console.log(Object.keys(E).length)| 4",
                "let n = 0; function* g() { while (true) { n++; yield n } } let a; [a, , ] = g(); console.log(n)| 2",
                "let n = 0; function* g() { while (true) { n++; yield n } } (([, /* two */ ,]) => {})(g()); console.log(n)| 2",
                "let f: any; (f) = function () {}; console.log(JSON.stringify(f.name))| \"\"",
                "let t: [string?, number?] = []; console.log(t.length)| 0",
                "const a = []; [<number>a[0]] = [42]; console.log(a[0])| 42",
                "console.log({ cl\\u0061ss: 1 }.class)| 1",
                "class A { constructor(private v: number, readonly w = 2) {} s() { return this.v + this.w } } console.log(new A(1).s())| 3",
                "enum E { A = 1 << 2, B = 'x'.length, C } console.log(E.A, E.B, E[E.A])| 4 1 A",
                "export default class A { x = 1 } export interface I { } export type { T }; type T = 1; console.log(new A().x)| 1",
                "export namespace N { export const a = 1 } export enum E { B = 2 } console.log(N.a + E.B)| 3",
                "export function f() { return 1 } export const g = async () => f(); console.log(await (g()))| 1",
            })
    void doesWhatTheCompilerDoes(String code, String printed) throws IOException {
        RunningWorker.Run run = worker.run("ts", code);
        assertEquals(printed + "\n", run.stdout(), run.stderr());
    }

    @Test
    void endsAStatementBeforeAFunctionOnTheNextLine() throws IOException {
        assertEquals(
                "1\n",
                worker.run("ts", "let x\n!function () { console.log(1) }()").stdout());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ let f = 1; var f = 2 }",
                "console.log(1) /* and so on",
                "let x: number = ;",
                "((...a,) => {})",
                "[...x, y] = z",
                "class {}"
            })
    void refusesWhatTheCompilerOrTheEngineRefuses(String code) throws IOException {
        RunningWorker.Run run = worker.run("ts", code);
        assertEquals("syntax_error", run.status(), run.stdout());
        assertEquals("1", run.field("error_line"));
        assertEquals("", run.stdout());
        assertFalse(worker.validate("ts", code).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"'import x = require(\"x\");x.y', 1", "'class A {}\n\nexport = A;', 3", "'\nexport * from \"x\"', 2"})
    void saysThatModulesAreNotOffered(String code, int line) throws IOException {
        RunningWorker.Run run = worker.run("ts", code);
        assertEquals("UnsupportedFeatureError", run.field("error_type"), run.stderr());
        assertEquals(Integer.toString(line), run.field("error_line"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ cl\\u0061ss }",
                "let \\u{110000} = 1",
                "'\\u{zz}'",
                "#",
                "class A { cl\\u0061ss #x }",
                "`${",
                "@",
                "\u0000"
            })
    void showsNothingOfAParsersInside(String code) throws IOException {
        RunningWorker.Run run = worker.run("ts", code);
        assertEquals("syntax_error", run.status());
        String message = run.field("error_message");
        assertTrue(
                List.of("Error {", "lexing", "Span", "swc", "panick", "::").stream()
                        .noneMatch(message::contains),
                message);
    }

    @Test
    void aCompilationThatWasEndedCostsNothingButItsRun() throws IOException {
        // Long enough for any time limit, and full of what only the slower of the two compilers takes.
        String endless = "@((x: any, y: any) => {}) class A { m() {} }\n".repeat(30_000);
        assertEquals("timeout", worker.run(request(endless, 300)).status());
        assertEquals(
                "1\n",
                worker.run("ts", "@((x: any, y: any) => {}) class A {}\nconsole.log(1)")
                        .stdout());
    }

    private static Fields request(String code, long timeoutMillis) {
        return new Fields()
                .add("language", "ts")
                .add("code", code)
                .add("timeout_ms", timeoutMillis)
                .add("memory_mb", 128)
                .add("max_output_bytes", 1_000)
                .add("max_result_bytes", 1_000);
    }
}
