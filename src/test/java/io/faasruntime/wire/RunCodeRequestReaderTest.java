package io.faasruntime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.SandboxConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCodeRequestReaderTest {

    private static RunCodeRequest read(String json) {
        return RunCodeRequestReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsEveryMember() {
        RunCodeRequest request = read("""
                {"language": "python", "code": "x", "timeout": 1000, "priority": "normal", "ext": {"space_id": "7"},
                 "input": [1, null], "stdin": "typed\\n", "limits": {"memory_mb": 64, "max_output_bytes": 10, "network": true},
                 "unknown": {}}""");
        assertEquals("python", request.language());
        assertEquals("x", request.code());
        assertEquals("[1, null]", request.input());
        assertEquals("typed\n", request.stdin());
        assertEquals(Map.of("space_id", "7"), request.ext());
        assertEquals(new SandboxConfig(64, Duration.ofSeconds(1), 10, true), request.limits(SandboxConfig.DEFAULT));
    }

    @Test
    void keepsTheBaseForMembersThatAreAbsentOrNull() {
        RunCodeRequest request = read("{\"code\": \"x\", \"timeout\": null, \"limits\": {\"memory_mb\": 64}}");
        assertNull(request.language());
        assertNull(request.input());
        assertNull(request.stdin());
        assertEquals(SandboxConfig.DEFAULT.withMemoryLimitMb(64), request.limits(SandboxConfig.DEFAULT));
    }

    @Test
    void acceptsWholeNumbersInAnyNotation() {
        assertEquals(1000L, read("{\"code\": \"x\", \"timeout\": 1e3}").timeoutMs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[1]; body",
                "null; body",
                "{\"code\": ; body",
                "{\"code\": \"x\"} trailing; body",
                "{}; code",
                "{\"code\": null}; code",
                "{\"code\": 123}; code",
                "{\"code\": \"x\", \"stdin\": [\"line\"]}; stdin",
                "{\"code\": \"x\", \"language\": 1}; language",
                "{\"code\": \"x\", \"timeout\": \"abc\"}; timeout",
                "{\"code\": \"x\", \"timeout\": -1}; timeout",
                "{\"code\": \"x\", \"timeout\": 0}; timeout",
                "{\"code\": \"x\", \"timeout\": 1.5}; timeout",
                "{\"code\": \"x\", \"timeout\": 1e999999999}; timeout",
                "{\"code\": \"x\", \"ext\": []}; ext",
                "{\"code\": \"x\", \"ext\": {\"a\": 1}}; ext",
                "{\"code\": \"x\", \"limits\": 5}; limits",
                "{\"code\": \"x\", \"limits\": {\"memory_mb\": \"64\"}}; limits.memory_mb",
                "{\"code\": \"x\", \"limits\": {\"max_output_bytes\": -5}}; limits.max_output_bytes",
                "{\"code\": \"x\", \"limits\": {\"network\": \"no\"}}; limits.network",
            })
    void namesTheMemberThatIsWrongAndWhatIsAllowed(String json, String field) {
        InvalidRequestException error = assertThrows(InvalidRequestException.class, () -> read(json));
        assertEquals(field, error.field());
        assertTrue(error.getMessage().contains("; allowed is "), error.getMessage());
    }

    private static RunCodeRequest readLeniently(String json) {
        return RunCodeRequestReader.readLeniently(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"'\"5000\"', 5000", "1500.5, 1501", "5e3, 5000", "1e400, 9223372036854775807", "' \" 7 \"', 7"})
    void anyNumberWillDoForThoseWhoAreUsedToIt(String timeout, long milliseconds) {
        assertEquals(
                milliseconds,
                readLeniently("{\"code\": \"x\", \"timeout\": " + timeout + "}").timeoutMs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "\"soon\"", "[1]", "\"\"", "-1e400"})
    void whatIsNoLimitForAnybodyIsRefusedToAll(String timeout) {
        String json = "{\"code\": \"x\", \"timeout\": " + timeout + "}";
        assertEquals("timeout", fieldOf(() -> read(json)));
        assertEquals("timeout", fieldOf(() -> readLeniently(json)));
    }

    @Test
    void aNumberOfAMillionDigitsIsNotComputed() {
        String digits = "{\"code\": \"x\", \"timeout\": 1" + "0".repeat(1_000_000) + "}";
        assertEquals("timeout", fieldOf(() -> read(digits)));
        assertEquals("timeout", fieldOf(() -> readLeniently(digits)));
    }

    @Test
    void labelsThatAreNoTextBecomeText() {
        Map<String, String> labels = readLeniently(
                        "{\"code\": \"x\", \"ext\": {\"a\": 1.50, \"b\": true, \"c\": [{}], \"d\": \"e\", \"f\": null}}")
                .ext();
        assertEquals(Map.of("a", "1.50", "b", "true", "d", "e"), labels);
    }

    @Test
    void labelsAreFewAndShort() {
        String many =
                IntStream.range(0, 40_000).mapToObj(i -> "\"" + i + "\": \"\"").collect(Collectors.joining(", "));
        for (String ext : List.of(many, "\"" + "n".repeat(201) + "\": \"\"", "\"n\": \"" + "v".repeat(10_001) + "\"")) {
            String json = "{\"code\": \"x\", \"ext\": {" + ext + "}}";
            assertEquals("ext", fieldOf(() -> read(json)));
            assertEquals("ext", fieldOf(() -> readLeniently(json)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1, {\"b\": \"}, :\"}], \"input\": 0}",
                "\"a \\\" : , } text\"",
                "-0",
                "123456789012345678901234567890.000",
                "null",
                "[]",
                "{\"x\": 1, \"x\": 2}",
                "\"\\ud800\""
            })
    void theInputIsPassedOnAsItCame(String input) {
        assertEquals(
                input,
                read("{\"code\": \"x\", \"input\" : " + input + " , \"y\": {\"input\": 3}}")
                        .input());
        assertEquals(
                input,
                read("{\"x\":[],\"in\\u0070ut\":" + input + ",\"code\":\"x\"}").input());
        assertEquals(
                input,
                read("{\"input\": 1, \"code\": \"x\", \"input\": " + input + "}")
                        .input(),
                "the last counts");
        RunCodeRequest sent = RunCodeRequest.of("js", "x", input, null, Map.of(), SandboxConfig.DEFAULT);
        assertEquals(input, read(sent.toJson()).input());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\" \"b\"}", "[1 2]", "{,}", "[1,]", "{\"a\": }", "tru", "01", "\"\t\"", "NaN", "[}"})
    void whatIsSkippedIsJsonAllTheSame(String value) {
        assertEquals("body", fieldOf(() -> read("{\"code\": \"x\", \"input\": " + value + "}")));
        assertEquals("body", fieldOf(() -> read("{\"code\": \"x\", \"other\": " + value + "}")));
    }

    private static String fieldOf(Executable reading) {
        return assertThrows(InvalidRequestException.class, reading).field();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] broken = {'{', '"', (byte) 0xC3, '"', '}'};
        assertEquals(
                "body",
                assertThrows(InvalidRequestException.class, () -> RunCodeRequestReader.read(broken))
                        .field());
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        String deep = "{\"code\": \"x\", \"input\": " + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        assertEquals(
                "body",
                assertThrows(InvalidRequestException.class, () -> read(deep)).field());
    }

    @Test
    void keepsEveryStringThroughTextAndBack() {
        String odd = "emoji 😀, NUL \u0000, lone \ud800 and \udc00, pair \ud83d\ude00, quote \" ' \\ \u2028";
        RunCodeRequest request = RunCodeRequest.of("js", odd, null, null, Map.of("k", odd), SandboxConfig.DEFAULT);
        RunCodeRequest again = read(request.toJson());
        assertEquals(odd, again.code());
        assertEquals(odd, again.ext().get("k"));
    }
}
