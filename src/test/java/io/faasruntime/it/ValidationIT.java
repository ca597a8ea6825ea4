package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.TestServer;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the languages' own parsers say of code, over HTTP; nothing is executed. */
@ExtendWith(ArquillianExtension.class)
class ValidationIT {

    private static final int CORPUS_SIZE = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestServer server = TestServer.shipped();

    @ParameterizedTest
    @ValueSource(strings = {"python", "js", "ts"})
    void agreesWithTheCorpus(String language) throws Exception {
        List<ValidationSnippet> corpus = ValidationSnippet.in(Path.of("src/test/resources/validation", language));
        List<String> wrong = new ArrayList<>();
        for (ValidationSnippet snippet : corpus) {
            JsonObject report = validate(language, snippet.code());
            String position = firstError(report);
            if (!position.equals(snippet.position()) || report.getBoolean("valid") != position.isEmpty()) {
                wrong.add(snippet.name() + ": expected '" + snippet.position() + "', got " + report);
            }
        }
        assertTrue(corpus.size() >= CORPUS_SIZE, corpus.size() + " snippets");
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    static Stream<Arguments> pathologicalCode() {
        return Stream.of(
                Arguments.of("python", "brackets", "[".repeat(100_000) + "]".repeat(100_000)),
                Arguments.of("python", "parentheses", "x = " + "(".repeat(100_000) + "1" + ")".repeat(100_000)),
                Arguments.of("python", "open brackets", "[".repeat(100_000)),
                Arguments.of("python", "calls", "f(".repeat(20_000) + ")".repeat(20_000)),
                Arguments.of("python", "unary operators", "x = " + "-".repeat(100_000) + "1"),
                Arguments.of("python", "f-strings", "x = " + "f'{".repeat(10_000) + "1" + "}'".repeat(10_000)),
                Arguments.of("python", "attributes", "x" + ".y".repeat(100_000)),
                Arguments.of("python", "blocks", nestedBlocks(200)),
                Arguments.of("js", "brackets", "[".repeat(100_000) + "]".repeat(100_000)),
                Arguments.of("js", "parentheses", "x = " + "(".repeat(100_000) + "1" + ")".repeat(100_000)),
                Arguments.of("js", "braces", "{".repeat(100_000) + "}".repeat(100_000)),
                Arguments.of("js", "templates", "x = " + "`${".repeat(50_000) + "1" + "}`".repeat(50_000)),
                Arguments.of("js", "arrows", "x = " + "a => ".repeat(100_000) + "1"),
                Arguments.of("js", "regular expression", "/" + "(".repeat(100_000) + ")".repeat(100_000) + "/"),
                Arguments.of("ts", "brackets", "[".repeat(100_000) + "]".repeat(100_000)),
                Arguments.of("ts", "parentheses", "x = " + "(".repeat(100_000) + "1" + ")".repeat(100_000)),
                Arguments.of("ts", "templates", "x = " + "`${".repeat(50_000) + "1" + "}`".repeat(50_000)),
                Arguments.of("ts", "types", "type A = " + "Array<".repeat(50_000) + "A" + ">".repeat(50_000)),
                Arguments.of("ts", "operators", "x = " + "1 + ".repeat(100_000) + "1"));
    }

    private static String nestedBlocks(int depth) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            code.append(" ".repeat(i)).append("if x:\n");
        }
        return code.append(" ".repeat(depth)).append("pass").toString();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pathologicalCode")
    void survivesPathologicalNesting(String language, String what, String code) {
        assertTimeoutPreemptively(PATIENCE, () -> validate(language, code), what);
        assertTellsRightFromWrong(language);
    }

    @ParameterizedTest
    @CsvSource({"python, x", "js, x;", "ts, x;"})
    void readsOneMegabyteOfCode(String language, String statement) {
        String line = statement.replace("x", "x = 'some text that is long enough'") + "\n";
        String code = line.repeat((1 << 20) / line.length());
        JsonObject valid = assertTimeoutPreemptively(PATIENCE, () -> validate(language, code));
        assertTrue(valid.getBoolean("valid"), valid.toString());
        String broken = code.substring(0, code.length() - 2 * line.length()) + "x = = 1\n";
        JsonObject invalid = assertTimeoutPreemptively(PATIENCE, () -> validate(language, broken));
        assertEquals(broken.lines().count() + ":5", firstError(invalid));
        assertTellsRightFromWrong(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "js", "ts"})
    void readsOddCharacters(String language) throws Exception {
        assertFalse(validate(language, "x = 1\u0000").getBoolean("valid"), "NUL");
        byte[] halfAPair = "{\"code\": \"x = '\\ud800'\"}".getBytes(StandardCharsets.UTF_8);
        int status = server.post("api/runtimes/" + language + "/validate", halfAPair, "application/json")
                .statusCode();
        assertTrue(status == 200 || status == 400, "status " + status);
        assertTellsRightFromWrong(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\t"})
    void blankCodeIsRefusedAsForARun(String code) throws Exception {
        for (String language : List.of("python", "js", "ts")) {
            HttpResponse<String> response = post(language, "", code);
            assertEquals(400, response.statusCode(), response.body());
            assertEquals("code", TestServer.json(response).getString("field"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python| while True: print('never')",
                "python| import time; time.sleep(100000)",
                "python| x = 10 ** 10 ** 10",
                "js| while (true) console.log('never')",
                "js| await new Promise(() => {})",
                "ts| while (true as boolean) console.log('never')",
            })
    void executesNothing(String language, String code) {
        JsonObject report = assertTimeoutPreemptively(PATIENCE, () -> validate(language, code));
        assertTrue(report.getBoolean("valid"), report.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python| def exec_evaluation(turn): return 1",
                "python| async def exec_evaluation(turn): return 1",
                "python| exec_evaluation = lambda turn: 1",
                "python| exec_evaluation: object = print",
                "python| a, exec_evaluation = 1, print",
                "python| if True:\\n    def exec_evaluation(turn): return 1",
                "js| function exec_evaluation(turn) { return 1 }",
                "js| async function exec_evaluation(turn) { return 1 }",
                "js| const exec_evaluation = (turn) => 1",
                "js| var a = 1, exec_evaluation = function () {}",
                "js| exec_evaluation = () => 1",
                "js| const exec_evaluation = async () => 1; await exec_evaluation()",
                "ts| function exec_evaluation(turn: object): number { return 1 }",
                "ts| const exec_evaluation: (turn: object) => number = (turn) => 1",
                "ts| function exec_evaluation(a: string): void; function exec_evaluation(a: any) {}",
            })
    void findsTheRequiredFunction(String language, String code) throws Exception {
        JsonObject report = TestServer.json(post(language, "?requires=exec_evaluation", code.replace("\\n", "\n")));
        assertTrue(report.getBoolean("valid"), report.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python| def other(turn): return 1",
                "python| # def exec_evaluation(turn)",
                "python| x = 'def exec_evaluation(turn): pass'",
                "python| exec_evaluation(1)",
                "python| class exec_evaluation: pass",
                "python| exec_evaluation: int",
                "python| x = {}; x[exec_evaluation] = 1",
                "python| def f():\\n    def exec_evaluation(turn): pass",
                "js| function other() {}",
                "js| // function exec_evaluation() {}",
                "js| const x = `function exec_evaluation() {}`",
                "js| exec_evaluation()",
                "js| class exec_evaluation {}",
                "js| let exec_evaluation",
                "js| function f() { function exec_evaluation() {} }",
                "js| x.exec_evaluation = () => 1",
                "ts| interface exec_evaluation {}",
                "ts| declare function exec_evaluation(): void",
                "ts| type exec_evaluation = () => void",
                "ts| await 1; const other: number = 1",
            })
    void reportsThatTheRequiredFunctionIsMissing(String language, String code) throws Exception {
        JsonObject report = TestServer.json(post(language, "?requires=exec_evaluation", code.replace("\\n", "\n")));
        assertFalse(report.getBoolean("valid"), report.toString());
        assertEquals("1:1", firstError(report));
        JsonObject missing = report.getJsonArray("diagnostics").getJsonObject(0);
        assertEquals("the code does not define exec_evaluation", missing.getString("message"));
        assertTrue(validate(language, code.replace("\\n", "\n")).getBoolean("valid"), "valid when nothing is required");
    }

    @ParameterizedTest
    @CsvSource({"python, 50", "js, 400", "js, 2000", "ts, 400", "ts, 2000"})
    void findsTheRequiredFunctionBelowDeepNesting(String language, int depth) throws Exception {
        String function = language.equals("python") ? "def exec_evaluation(): pass" : "function exec_evaluation() {}";
        String code = "x = " + "[".repeat(depth) + "]".repeat(depth) + "\n" + function;
        JsonObject report = TestServer.json(post(language, "?requires=exec_evaluation", code.replace("\\n", "\n")));
        assertTrue(report.getBoolean("valid"), report.toString());
    }

    @Test
    void aSyntaxErrorIsReportedRatherThanAMissingFunction() throws Exception {
        JsonObject report = TestServer.json(post("python", "?requires=exec_evaluation", "def f(x) return x"));
        assertEquals("1:10", firstError(report));
        assertEquals(1, report.getJsonArray("diagnostics").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a-b", "a%20b", "a.b", "%0A"})
    void refusesToRequireWhatIsNoName(String requires) throws Exception {
        for (String language : List.of("python", "js", "ts")) {
            HttpResponse<String> response = post(language, "?requires=" + requires, "x = 1");
            assertEquals(400, response.statusCode(), response.body());
            assertEquals("requires", TestServer.json(response).getString("field"));
        }
    }

    private void assertTellsRightFromWrong(String language) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            assertTrue(validate(language, "x = 1").getBoolean("valid"));
            assertEquals("1:5", firstError(validate(language, "x = = 1")));
        });
    }

    private JsonObject validate(String language, String code) throws Exception {
        HttpResponse<String> response = post(language, "", code);
        assertEquals(200, response.statusCode(), response.body());
        return TestServer.json(response);
    }

    private HttpResponse<String> post(String language, String query, String code) throws Exception {
        JsonObject body =
                JsonText.PROVIDER.createObjectBuilder().add("code", code).build();
        return server.post("api/runtimes/" + language + "/validate" + query, JsonText.write(body));
    }

    private static String firstError(JsonObject report) {
        return report.getJsonArray("diagnostics").getValuesAs(JsonObject.class).stream()
                .filter(found -> found.getString("severity").equals("error"))
                .map(found -> found.getInt("line") + ":" + found.getInt("column"))
                .findFirst()
                .orElse("");
    }
}
