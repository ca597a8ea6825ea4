package io.faasruntime.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.faasruntime.api.DeadlineExceededException;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.api.ProtocolException;
import io.faasruntime.api.ServiceBusyException;
import io.faasruntime.api.ServiceCall;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.api.UnknownLanguageException;
import io.faasruntime.wire.JsonText;
import io.faasruntime.wire.Problem;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {

    private static final ServiceCall CALL = ServiceCall.notMade("embedded");

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(400, "invalid-request", false, new InvalidRequestException("code", "too long")),
                Arguments.of(404, "unknown-language", false, new UnknownLanguageException("cobol", Language.BUILT_IN)),
                Arguments.of(429, "busy", true, new ServiceBusyException("full", CALL, Duration.ofMillis(1500), null)),
                Arguments.of(503, "unavailable", true, ServiceUnavailableException.forNow("away", CALL, null, null)),
                Arguments.of(503, "unavailable", false, ServiceUnavailableException.failed("away", CALL, null)),
                Arguments.of(504, "deadline", false, new DeadlineExceededException("late", CALL, null)),
                Arguments.of(502, "protocol", false, new ProtocolException("html", CALL, null)),
                Arguments.of(
                        421,
                        "own",
                        false,
                        new ProblemException(new Problem("own", "Own", 421, "said", null, false, null))),
                Arguments.of(500, "internal", false, new IllegalStateException("a secret of the server")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsDocument(int status, String name, boolean retryable, Throwable failure) {
        Problem problem = Problems.of(failure);
        JsonObject document = JsonText.parse(problem.toJson()).asJsonObject();
        assertEquals(status, problem.status());
        assertEquals(status, document.getInt("status"));
        assertEquals("urn:faas-runtime:problem:" + name, document.getString("type"));
        assertEquals(retryable, document.getBoolean("retryable"));
        assertEquals(document.getString("title"), document.getString("error"));
        assertEquals(document.getString("detail"), document.getString("details"));
        assertFalse(problem.toJson().contains("secret"), "what broke inside is for the log alone");
    }

    @Test
    void theFieldIsNamed() {
        Problem problem = Problems.of(new InvalidRequestException("limits.memory_mb", "too much"));
        assertEquals(
                "limits.memory_mb",
                JsonText.parse(problem.toJson()).asJsonObject().getString("field"));
    }

    @Test
    void whenToComeBackIsRoundedUp() {
        assertEquals(
                2L,
                Problems.of(new ServiceBusyException("full", CALL, Duration.ofMillis(1500), null))
                        .retryAfterSeconds()
                        .orElseThrow());
        assertEquals(
                1L,
                Problems.of(ServiceUnavailableException.failed("away", CALL, null))
                        .retryAfterSeconds()
                        .orElseThrow());
    }

    @Test
    void theWrappingOfAFutureIsNoFailure() {
        RuntimeException failure = new IllegalStateException();
        assertSame(failure, Problems.unwrapped(new CompletionException(failure)));
        assertSame(failure, Problems.unwrapped(failure));
    }

    @Test
    void onlyFailuresOfTheServerAreLogged() {
        List<LogRecord> records = new ArrayList<>();
        Logger log = Logger.getAnonymousLogger();
        log.setUseParentHandlers(false);
        log.addHandler(new Recorder(records));
        ProblemLogger logger = new ProblemLogger(log);
        logger.log("/api", Problem.invalidRequest("code", "bad"), new IllegalArgumentException());
        assertEquals(0, records.size());
        RuntimeException cause = new IllegalStateException();
        logger.log("/api", Problems.of(cause), cause);
        assertEquals(1, records.size());
        assertSame(cause, records.get(0).getThrown());
        assertEquals("/api failed: see the server's log", records.get(0).getMessage());
    }

    private static final class Recorder extends Handler {

        private final List<LogRecord> records;

        Recorder(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
