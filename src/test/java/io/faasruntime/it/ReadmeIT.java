package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.TestServer;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's curl calls, run against the shipped server; the answers shown are the answers given. */
@ExtendWith(ArquillianExtension.class)
class ReadmeIT {

    private static final Pattern CALL_WITH_ANSWER =
            Pattern.compile("```sh\\n(curl [^`]*)```\\n+```(json|ndjson|text)\\n([^`]*)```", Pattern.DOTALL);
    private static final Pattern ANY_CALL = Pattern.compile("```sh\\n(curl [^`]*)```", Pattern.DOTALL);

    /** A call and what the README says comes back. */
    private record Call(String command, String form, String answer) {

        @Override
        public String toString() {
            return command.lines().findFirst().orElse("");
        }
    }

    static Stream<Call> calls() throws IOException {
        List<Call> calls = new ArrayList<>();
        Matcher matcher = CALL_WITH_ANSWER.matcher(readme());
        while (matcher.find()) {
            calls.add(new Call(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        return calls.stream();
    }

    @Test
    void everyCallShowsItsAnswer() throws IOException {
        long all = ANY_CALL.matcher(readme()).results().count();
        assertTrue(all >= 8, "only " + all + " calls found");
        assertEquals(all, calls().count());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void answersAsShown(Call call) throws Exception {
        String command = call.command().replace("localhost:9080", "localhost:" + TestServer.port());
        Process bash = new ProcessBuilder("bash", "-c", command.replaceFirst("^curl ", "curl -sS "))
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(bash.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, bash.exitValue(), output);
        switch (call.form()) {
            case "json" -> assertContains(JsonText.parse(call.answer()), JsonText.parse(output), output);
            case "ndjson" ->
                assertLines(
                        call.answer(),
                        output,
                        (shown, actual) -> assertContains(JsonText.parse(shown), JsonText.parse(actual), output));
            default -> assertLines(call.answer(), output, ReadmeIT::assertStarts);
        }
        assertFalse(output.isEmpty());
    }

    private static void assertLines(String shown, String actual, BiConsumer<String, String> check) {
        List<String> expected = shown.lines().toList();
        // Comments of server-sent events.
        List<String> lines =
                actual.strip().lines().filter(line -> !line.startsWith(":")).toList();
        assertEquals(expected.size(), lines.size(), actual);
        for (int i = 0; i < expected.size(); i++) {
            check.accept(expected.get(i), lines.get(i));
        }
    }

    /** A line that ends with "…" goes on in the answer. */
    private static void assertStarts(String shown, String actual) {
        if (shown.endsWith("…")) {
            assertTrue(actual.startsWith(shown.substring(0, shown.length() - 1)), actual);
        } else {
            assertEquals(shown, actual);
        }
    }

    /** Every member that is shown is there, with its value; "…" stands for any value. */
    private static void assertContains(JsonValue shown, JsonValue actual, String output) {
        if (shown instanceof JsonObject members) {
            for (Map.Entry<String, JsonValue> member : members.entrySet()) {
                JsonValue value = actual.asJsonObject().get(member.getKey());
                assertTrue(value != null, member.getKey() + " is missing in " + output);
                assertContains(member.getValue(), value, output);
            }
        } else if (!shown.toString().equals("\"…\"")) {
            assertEquals(shown, actual, output);
        }
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
