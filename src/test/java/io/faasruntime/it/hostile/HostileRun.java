package io.faasruntime.it.hostile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.TestServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.function.Executable;

/**
 * What came of a case.
 *
 * @param took from sending the request to having the answer
 */
record HostileRun(HostileCase hostile, JsonObject response, Duration took) {

    /** What is promised: limit + 250 ms. */
    private static final Duration PROMISE = Duration.ofMillis(250);

    /** What is asserted: machines that build are busy. */
    private static final Duration ROOM = Duration.ofMillis(2500);

    private static final Pattern MARKED = Pattern.compile(
            "__COZE_RETURN_VAL_START__\n(.*?)\n__COZE_RETURN_VAL_END__\n", Pattern.DOTALL | Pattern.MULTILINE);
    private static final int SHOWN_CHARS = 2000;

    static HostileRun of(HostileCase hostile, TestServer server) throws IOException, InterruptedException {
        long start = System.nanoTime();
        JsonObject response = server.runRequest(hostile.language(), hostile.request());
        return new HostileRun(hostile, response, Duration.ofNanos(System.nanoTime() - start));
    }

    Duration beyondLimit() {
        return took.minus(hostile.timeLimit());
    }

    boolean keptThePromise() {
        return beyondLimit().compareTo(PROMISE) <= 0;
    }

    void assertAsExpected() {
        assertAll(
                this::describe,
                () -> assertEquals(
                        hostile.expected("status").orElseThrow(), TestServer.status(response), this::describe),
                check("stdout", this::expectedStdout, TestServer.stdout(response)),
                check("ret_val", Function.identity(), TestServer.retVal(response)),
                check("output_bytes", Function.identity(), Integer.toString(outputBytes())),
                check("error_type", Function.identity(), error("type")),
                check("error_line", Function.identity(), error("line")),
                check(
                        "exit_code",
                        Function.identity(),
                        response.getJsonObject("metadata").get("exit_code").toString()),
                this::assertOwnReturnVal,
                () -> assertTrue(beyondLimit().compareTo(ROOM) <= 0, () -> "took " + took));
    }

    private Executable check(String what, Function<String, String> expectation, String actual) {
        return () -> {
            if (hostile.expected(what).isPresent()) {
                assertEquals(expectation.apply(hostile.expected(what).get()), actual, what);
            }
        };
    }

    /** The server takes the value between the markers out of what code with a return_val of its own prints. */
    private String expectedStdout(String printed) {
        return bringsItsOwn() ? MARKED.matcher(printed).replaceFirst("") : printed;
    }

    private void assertOwnReturnVal() {
        if (bringsItsOwn()) {
            Matcher marked = MARKED.matcher(hostile.expected("stdout").orElseThrow());
            assertTrue(marked.find());
            assertEquals(marked.group(1), TestServer.retVal(response));
        }
    }

    private boolean bringsItsOwn() {
        return hostile.expected("own_return_val").isPresent();
    }

    private int outputBytes() {
        String all =
                TestServer.stdout(response) + response.getJsonObject("output").getString("stderr");
        return all.getBytes(StandardCharsets.UTF_8).length;
    }

    private String error(String member) {
        JsonObject error = response.getJsonObject("metadata").getJsonObject("error");
        if (error == null) {
            return "none";
        }
        return member.equals("line") ? Integer.toString(error.getInt("line")) : error.getString(member);
    }

    private String describe() {
        String text = response.getJsonObject("metadata") + " " + response.getJsonObject("output");
        return hostile + ": " + text.substring(0, Math.min(text.length(), SHOWN_CHARS));
    }
}
