package io.faasruntime.faas.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.faas.node.ServerKind;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import io.faasruntime.wire.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put in front of code for foreign servers, and how their answers are taken apart again. */
class DialectTest {

    private static final Dialect PYTHON = Dialect.of(Language.PYTHON);
    private static final Dialect SCRIPT = Dialect.of(Language.JAVASCRIPT);
    private static final Duration PLENTY = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print(1)",
                "def return_val(v):\n    print(v)\nreturn_val(1)",
                "  return_val = print\nreturn_val(1)",
                "async def return_val(v): pass\nawait return_val(1)"
            })
    void pythonThatNeedsNothingIsSentAsItIs(String code) {
        assertEquals(PreparedCode.asIs(code), PYTHON.prepare(code, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console.log(1)",
                "function return_val(v) { console.log(v) }\nreturn_val(1)",
                "const return_val = v => console.log(v); return_val(1)",
                "return_val = console.log; return_val(1)"
            })
    void scriptThatNeedsNothingIsSentAsItIs(String code) {
        assertEquals(PreparedCode.asIs(code), SCRIPT.prepare(code, null, null));
    }

    @Test
    void positionsAreThoseOfTheCallersSource() {
        PreparedCode sent = PYTHON.prepare("x = 1\nreturn_val(x)", "[1]", null);
        long before =
                sent.text().lines().takeWhile(line -> !line.equals("x = 1")).count();
        assertEquals(before, sent.insertedLines());
        assertEquals(1, sent.lineInSource((int) before + 1));
        assertEquals(2, sent.lineInSource((int) before + 2));
        assertEquals(0, sent.lineInSource((int) before), "a line of ours is none of the caller's");
    }

    @Test
    void futureImportsStayInFront() {
        PreparedCode sent =
                PYTHON.prepare("# a comment\nfrom __future__ import annotations\nreturn_val(1)", null, null);
        assertTrue(
                sent.text().startsWith("# a comment\nfrom __future__ import annotations\ndef return_val"), sent.text());
        assertEquals(2, sent.lineInSource(2));
        assertEquals(3, sent.lineInSource(3 + sent.insertedLines()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "quotes ' \" ''' \"\"\" ` ${x} \\ \\\\",
                "lines \n \r \u2028 \u2029 \u0085",
                "NUL \0 and \u007f",
                "emoji \uD83C\uDF0D, lone \uD800 and \uDC00",
                "\");import os#"
            })
    void inputIsDataWhateverItHolds(String text) {
        String json = JsonText.write(JsonText.PROVIDER.createValue(text));

        String python = PYTHON.prepare("print(input)", json, null).text();
        Matcher base64 =
                Pattern.compile("b64decode\\(\"([A-Za-z0-9+/=]*)\"\\)\\)\n").matcher(python);
        assertTrue(base64.find(), python);
        String decoded = new String(Base64.getDecoder().decode(base64.group(1)), StandardCharsets.US_ASCII);
        assertEquals(JsonText.PROVIDER.createValue(text), JsonText.parse(decoded));

        String script = SCRIPT.prepare("console.log(input)", json, null).text();
        Matcher literal = Pattern.compile("JSON\\.parse\\((\".*\")\\);\n").matcher(script);
        assertTrue(literal.find(), script);
        assertTrue(script.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 127)), "ASCII on whole lines");
        String inner = ((jakarta.json.JsonString) JsonText.parse(literal.group(1))).getString();
        assertEquals(JsonText.PROVIDER.createValue(text), JsonText.parse(inner));
    }

    @Test
    void standardInputIsTextWhateverItHolds() {
        String text = "two lines\n\u00e4 \" \ud83c\udf0d";
        String python = PYTHON.prepare("print(input())", null, text).text();
        Matcher base64 = Pattern.compile("sys\"\\)\\.stdin = .*b64decode\\(\"([A-Za-z0-9+/=]*)\"\\)\\)\\)\n")
                .matcher(python);
        assertTrue(base64.find(), python);
        String decoded = new String(Base64.getDecoder().decode(base64.group(1)), StandardCharsets.US_ASCII);
        assertEquals(JsonText.PROVIDER.createValue(text), JsonText.parse(decoded));

        String script = SCRIPT.prepare("console.log(stdin)", null, text).text();
        Matcher literal = Pattern.compile("globalThis\\.stdin = (\".*\");\n").matcher(script);
        assertTrue(literal.find(), script);
        assertEquals(JsonText.PROVIDER.createValue(text), JsonText.parse(literal.group(1)));
    }

    @Test
    void resultsOfAnyKindComeBackInAnEnvelope() throws Exception {
        String envelope = "{\"" + ResultEnvelope.MEMBER + "\":\"[1,\\n 2]\"}";
        assertEquals(
                "[1,\n 2]",
                run(Language.JAVASCRIPT, answer("before\n", envelope)).output().retVal());
        // The server has taken another line for the result.
        ExecutionResult result =
                run(Language.JAVASCRIPT, answer("before\n" + envelope + "\nafter\n", "{\"debug\":true}"));
        assertEquals("[1,\n 2]", result.output().retVal());
        assertEquals("before\nafter\n{\"debug\":true}", result.output().stdout());
    }

    @Test
    void resultsBetweenMarkersAreFoundWhenTheServerLeavesThem() throws Exception {
        String stdout = "before\n__COZE_RETURN_VAL_START__\n{\"" + ResultEnvelope.MEMBER
                + "\": \"done\"}\n__COZE_RETURN_VAL_END__\nafter\n";
        ExecutionResult result = run(Language.PYTHON, answer(stdout, ""));
        assertEquals("done", result.output().retVal());
        assertEquals("before\nafter\n", result.output().stdout());
    }

    @Test
    void aPythonTracebackInStderrIsTheError() throws Exception {
        String stderr = "Traceback (most recent call last):\n  File \"<string>\", line 9, in <module>\n"
                + "  File \"<string>\", line 8, in f\nValueError: boom: twice\n";
        ExecutionResult result = run(Language.PYTHON, answer("", stderr, "", "error"));
        assertEquals(ExecutionStatus.ERROR, result.status());
        assertEquals("ValueError", result.error().orElseThrow().type());
        assertEquals("boom: twice", result.error().orElseThrow().message());
        assertEquals(2, result.error().orElseThrow().line(), "6 lines were put in front");
    }

    @Test
    void outputBeyondTheLimitIsCutEvenWhenTheServerDoesNot() throws Exception {
        ExecutionResult result = run(Language.PYTHON, answer("é".repeat(1 << 20), ""));
        assertEquals(ExecutionStatus.OUTPUT_LIMIT, result.status());
        assertTrue(result.truncated());
        assertEquals(1 << 20, result.output().stdout().getBytes(StandardCharsets.UTF_8).length);
        assertFalse(result.isSuccess());
    }

    private static ExecutionResult run(Language language, String answer) throws Exception {
        SandboxConfig limits = SandboxConfig.DEFAULT.withTimeLimit(PLENTY);
        Execution execution =
                new Execution(language, "return_val(1)", null, Map.of(), limits, Deadline.after(PLENTY), false);
        return SentRun.of(ServerKind.FOREIGN, execution, limits)
                .meaning(answer.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(1));
    }

    private static String answer(String stdout, String result) {
        return answer(stdout, "", result, "success");
    }

    private static String answer(String stdout, String stderr, String result, String status) {
        return JsonText.write(JsonText.PROVIDER
                .createObjectBuilder()
                .add(
                        "output",
                        JsonText.PROVIDER
                                .createObjectBuilder()
                                .add("stdout", stdout)
                                .add("stderr", stderr)
                                .add("ret_val", result))
                .add("metadata", JsonText.PROVIDER.createObjectBuilder().add("status", status))
                .build());
    }
}
