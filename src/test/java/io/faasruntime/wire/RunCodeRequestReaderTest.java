package io.faasruntime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.SandboxConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
