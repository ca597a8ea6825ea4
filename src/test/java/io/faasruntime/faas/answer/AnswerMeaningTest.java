package io.faasruntime.faas.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.faas.node.ServerKind;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is made of answers, with and without an envelope. */
class AnswerMeaningTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String LETTER =
            "{\"status\":\"success\",\"out\":\"a\\nb\\n\",\"err\":\"e\",\"result\":\"[1]\","
                    + "\"truncated\":false,\"own\":false,\"ms\":7}";
    private static final String FAILED = "{\"status\":\"error\",\"out\":\"\",\"err\":\"E\",\"error\":{\"type\":\"E\","
            + "\"message\":\"m\",\"line\":3,\"column\":4},\"exitCode\":3}";

    private static SentRun sent(Language language) {
        SandboxConfig limits = SandboxConfig.DEFAULT.withTimeLimit(LIMIT);
        Execution execution =
                new Execution(language, "return_val(1)", null, Map.of(), limits, Deadline.after(LIMIT), false);
        return new SentRun(ServerKind.FOREIGN, execution, limits, 1 << 20, Optional.empty());
    }

    private static ExecutionResult meaning(SentRun sent, String stdout, String stderr, String result, String status)
            throws Exception {
        JsonObjectBuilder output = JsonText.PROVIDER
                .createObjectBuilder()
                .add("stdout", stdout)
                .add("stderr", stderr)
                .add("ret_val", result);
        JsonObjectBuilder metadata = JsonText.PROVIDER.createObjectBuilder().add("status", status);
        String answer = JsonText.write(JsonText.PROVIDER
                .createObjectBuilder()
                .add("output", output)
                .add("metadata", metadata)
                .build());
        return sent.meaning(answer.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(20));
    }

    private static void assertOpened(ExecutionResult result) {
        assertEquals(ExecutionStatus.SUCCESS, result.status());
        assertEquals("a\nb\n", result.output().stdout());
        assertEquals("e", result.output().stderr());
        assertEquals("[1]", result.output().retVal());
        assertEquals(Duration.ofMillis(7), result.duration());
    }

    private static String object(String mark, String letter) {
        return JsonText.write(JsonText.PROVIDER
                .createObjectBuilder()
                .add("any", mark + letter)
                .build());
    }

    @Test
    void theEnvelopeIsFoundWhereverTheServerPutsIt() throws Exception {
        SentRun sent = sent(Language.PYTHON);
        String mark = sent.mark().orElseThrow();
        String base64 = mark + "." + Base64.getEncoder().encodeToString(LETTER.getBytes(StandardCharsets.UTF_8));
        assertOpened(meaning(sent, mark, "", mark + LETTER, "success"));
        assertOpened(meaning(sent, mark, "", base64, "success"));
        assertOpened(meaning(sent, "", "", object(mark, LETTER), "success"));
        assertOpened(meaning(sent, mark + "\n" + object(mark, LETTER) + "\nafter\n", "", "{\"a\":1}", "success"));
        assertOpened(meaning(sent, "START\n" + base64 + "\nEND\n", "", "", "success"));
    }

    @Test
    void whatTheServerSaysBesidesDoesNotCount() throws Exception {
        SentRun sent = sent(Language.JAVASCRIPT);
        String mark = sent.mark().orElseThrow();
        assertOpened(meaning(sent, "{\"score\": 9}", "TypeError: x\n    at a:1:1\n", mark + LETTER, "error"));
        ExecutionResult failed = meaning(sent, "", "", mark + FAILED, "success");
        assertEquals(ExecutionStatus.ERROR, failed.status());
        assertEquals(3, failed.exitCode());
        assertEquals(4, failed.error().orElseThrow().column());
    }

    @Test
    void anEnvelopeWithAnotherMarkIsNone() throws Exception {
        ExecutionResult result = meaning(sent(Language.PYTHON), "", "", "faas-0000" + FAILED, "success");
        assertEquals(
                ExecutionStatus.SUCCESS, result.status(), "the server's word, of a server that shows nothing of ours");
    }

    @Test
    void codeThatBeganAndLeftNoEnvelopeDidNotEnd() throws Exception {
        SentRun sent = sent(Language.JAVASCRIPT);
        String mark = sent.mark().orElseThrow();
        String streamed =
                mark + "\n" + mark + "out\"so \"\n" + mark + "out\"far\\n\"\n" + mark + "err\"e\"\n" + mark + "out\"cu";
        ExecutionResult crashed = meaning(sent, streamed, "", "", "success");
        assertEquals(ExecutionStatus.ERROR, crashed.status());
        assertEquals("so far\n", crashed.output().stdout());
        assertEquals("e", crashed.output().stderr());
        assertEquals("Crash", crashed.error().orElseThrow().type());
        ExecutionResult memory = meaning(sent, streamed, "Fatal JavaScript out of memory: heap", "", "success");
        assertEquals(ExecutionStatus.MEMORY_LIMIT, memory.status());
        assertEquals(137, memory.exitCode());
    }

    @Test
    void codeThatIsKilledAtItsLimitIsOutOfTime() throws Exception {
        SentRun sent = sent(Language.JAVASCRIPT);
        String mark = sent.mark().orElseThrow();
        String answer = "{\"output\":{\"stdout\":\"" + mark + "\\n\"},\"metadata\":{\"status\":\"success\","
                + "\"exit_code\":0,\"duration\":10001}}";
        ExecutionResult result = sent.meaning(answer.getBytes(StandardCharsets.UTF_8), LIMIT);
        assertEquals(ExecutionStatus.TIMEOUT, result.status());
        assertEquals(124, result.exitCode());
    }

    @Test
    void theResultOfTheCodesOwnReturnValIsLookedForInWhatItPrinted() throws Exception {
        SentRun sent = sent(Language.JAVASCRIPT);
        String letter = "{\"status\":\"success\",\"out\":\"a\\n{\\\"s\\\":1}\\nb\\n\",\"err\":\"\",\"own\":true}";
        ExecutionResult result = meaning(sent, "", "", sent.mark().orElseThrow() + letter, "success");
        assertEquals("{\"s\":1}", result.output().retVal());
        assertEquals("a\nb\n", result.output().stdout());
    }

    @Test
    void outputBeyondTheLimitIsCutEvenWhenTheServerDoesNot() throws Exception {
        ExecutionResult result = meaning(sent(Language.PYTHON), "é".repeat(1 << 20), "", "", "success");
        assertEquals(ExecutionStatus.OUTPUT_LIMIT, result.status());
        assertTrue(result.truncated());
        assertEquals(1 << 20, result.output().stdout().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void aLoggedStackIsNoErrorWhenTheServerHasAResult() throws Exception {
        String stack = "TypeError: Cannot read properties of null\n    at eval (eval at <anonymous>:1:1)\n";
        SentRun sent = sent(Language.JAVASCRIPT);
        assertEquals(
                ExecutionStatus.SUCCESS,
                meaning(sent, "", stack, "{\"a\":1}", "success").status());
        assertEquals(
                ExecutionStatus.ERROR, meaning(sent, "", stack, "", "success").status());
        ExecutionResult plain =
                meaning(sent, "", "Error: multi\nline\n    at eval (eval at <anonymous>:1:1)\n", "", "success");
        assertEquals("Error", plain.error().orElseThrow().type());
        assertEquals("multi\nline", plain.error().orElseThrow().message());
    }

    @Test
    void aPythonTracebackInStderrIsTheErrorWhereThereIsNoEnvelope() throws Exception {
        String stderr = "Traceback (most recent call last):\n  File \"<string>\", line 9, in <module>\n"
                + "  File \"<string>\", line 8, in f\nValueError: boom: twice\n";
        ExecutionResult result = meaning(sent(Language.PYTHON), "", stderr, "", "error");
        assertEquals(ExecutionStatus.ERROR, result.status());
        assertEquals("ValueError", result.error().orElseThrow().type());
        assertEquals("boom: twice", result.error().orElseThrow().message());
    }
}
