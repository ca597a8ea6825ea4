package io.faasruntime.faas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.Language;
import io.faasruntime.spi.Execution;
import io.faasruntime.wire.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays what coze-loop's real servers have answered, byte by byte, and states for each answer what our client makes of
 * it: {@code transcripts/expectations.txt}.
 */
class TranscriptsTest {

    private static final int LONGEST_QUOTE = 60;

    private static final Map<String, String> EXPECTED = expectations();

    private static volatile Transcript current;
    private static MisbehavingServer server;
    private static FaasBackend backend;

    @BeforeAll
    static void start() {
        server = new MisbehavingServer(TranscriptsTest::answer);
        backend = Calls.backend(
                "COZE_LOOP_FAAS_URL", server.address().toString(), "faas-runtime.faas.breaker-volume", "10000");
    }

    @AfterAll
    static void stop() {
        backend.stop();
        server.close();
    }

    static Stream<Transcript> transcripts() {
        return Stream.of("js-compose", "js-helm", "python-compose").flatMap(server -> Transcript.runs(server).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transcripts")
    void isUnderstood(Transcript transcript) throws Exception {
        assertEquals(EXPECTED.get(transcript.name()), replay(transcript));
    }

    @Test
    void everyExpectationHasItsTranscript() {
        assertEquals(
                EXPECTED.keySet(),
                transcripts().map(Transcript::name).collect(Collectors.toSet()),
                "names on both sides");
        assertTrue(EXPECTED.size() > 100);
    }

    /** What becomes of a run that gets this answer, in one line. */
    private static String replay(Transcript transcript) throws Exception {
        current = transcript;
        boolean python = transcript.name().startsWith("python");
        Execution execution = Calls.execution(
                python ? Language.PYTHON : Language.JAVASCRIPT,
                transcript.code(),
                null,
                Duration.ofMillis(transcript.timeoutMs()),
                false);
        try {
            return summary(Calls.run(backend, execution));
        } catch (FaasRuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static void answer(ServedConnection connection, ReceivedRequest request) throws IOException {
        Transcript transcript = current;
        connection.answer(
                transcript.status() + " X", "Content-Type: " + transcript.contentType() + "\r\n", transcript.body());
    }

    private static String summary(ExecutionResult result) {
        StringBuilder summary = new StringBuilder(result.status().wireName());
        result.error()
                .ifPresent(error -> summary.append(" ")
                        .append(error.type())
                        .append(" ")
                        .append(quote(error.message()))
                        .append(" at ")
                        .append(error.line())
                        .append(":")
                        .append(error.column()));
        append(summary, "out", result.output().stdout());
        append(summary, "err", result.output().stderr());
        append(summary, "ret", result.output().retVal());
        return summary.toString();
    }

    private static void append(StringBuilder summary, String name, String text) {
        if (!text.isEmpty()) {
            summary.append(" | ").append(name).append(" ").append(quote(text));
        }
    }

    private static String quote(String text) {
        String visible = JsonText.escapeLoneSurrogates(text)
                .replace("\n", "\\n")
                .replace("\u001b", "\\e")
                .replace("\0", "\\0");
        return visible.length() <= LONGEST_QUOTE
                ? "'" + visible + "'"
                : "'" + visible.substring(0, LONGEST_QUOTE) + "'... " + text.length();
    }

    private static Map<String, String> expectations() {
        String resource = "/transcripts/expectations.txt";
        try (InputStream in = Objects.requireNonNull(TranscriptsTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(": ")),
                            line -> line.substring(line.indexOf(": ") + 2)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
