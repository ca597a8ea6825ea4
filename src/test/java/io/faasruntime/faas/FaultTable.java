package io.faasruntime.faas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.DeadlineExceededException;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.api.ProtocolException;
import io.faasruntime.api.ServiceBusyException;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.faas.settings.FaasSettings;
import io.faasruntime.spi.Execution;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What becomes of a call for each fault a server can have: requests, outcome, time. The same table with and without a
 * real server's Fault Tolerance.
 */
final class FaultTable {

    private static final Duration PLENTY = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(400);

    /** Grace of 300 ms, and room for a busy machine. */
    private static final Duration OVERHEAD = Duration.ofSeconds(4);

    private FaultTable() {}

    static Stream<Row> rows() {
        return Stream.of(
                row("no fault", Fault.NO_FAULT).gives(ExecutionStatus.SUCCESS, 1),
                // Statuses
                row("400", Fault.status(400)).fails(InvalidRequestException.class, 1, false),
                row("401", Fault.status(401)).fails(ServiceUnavailableException.class, 1, false),
                row("404", Fault.status(404)).fails(ProtocolException.class, 1, false),
                row("408", Fault.status(408)).fails(DeadlineExceededException.class, 1, false),
                row("422", Fault.status(422)).fails(InvalidRequestException.class, 1, false),
                row("429", Fault.status(429)).fails(ServiceBusyException.class, 3, true),
                row("429 once", Fault.status(429), Fault.NO_FAULT).gives(ExecutionStatus.SUCCESS, 2),
                row("429, back in 1 s", Fault.retryAfterSeconds(429, 1), Fault.NO_FAULT)
                        .gives(ExecutionStatus.SUCCESS, 2),
                row("429, back at a date", Fault.retryAfterDate(429, 2), Fault.NO_FAULT)
                        .gives(ExecutionStatus.SUCCESS, 2),
                row("429, back too late", Fault.retryAfterSeconds(429, 60))
                        .within(Duration.ofSeconds(2))
                        .fails(ServiceBusyException.class, 1, true),
                row("429, back at a date too late", Fault.retryAfterDate(429, 60))
                        .within(Duration.ofSeconds(2))
                        .fails(ServiceBusyException.class, 1, true),
                row("429, back at nonsense", Fault.status(429, "Retry-After: soon\r\n"), Fault.NO_FAULT)
                        .gives(ExecutionStatus.SUCCESS, 2),
                row("500", Fault.status(500)).fails(ServiceUnavailableException.class, 1, false),
                row("500, idempotent", Fault.status(500), Fault.NO_FAULT)
                        .idempotent()
                        .gives(ExecutionStatus.SUCCESS, 2),
                row("502", Fault.status(502)).fails(ServiceUnavailableException.class, 1, false),
                row("503", Fault.status(503)).fails(ServiceUnavailableException.class, 3, true),
                row("503 twice", Fault.status(503), Fault.status(503), Fault.NO_FAULT)
                        .gives(ExecutionStatus.SUCCESS, 3),
                row("503, back too late", Fault.retryAfterSeconds(503, 60))
                        .within(Duration.ofSeconds(2))
                        .fails(ServiceUnavailableException.class, 1, true),
                row("302", Fault.REDIRECT).fails(ProtocolException.class, 1, false),
                row("202", Fault.status(202)).fails(ProtocolException.class, 1, false),
                // Bodies
                row("HTML", Fault.HTML).fails(ProtocolException.class, 1, false),
                row("empty body", Fault.EMPTY_BODY).fails(ProtocolException.class, 1, false),
                row("truncated JSON", Fault.json("{\"output\":{\"stdout\":\"x"))
                        .fails(ProtocolException.class, 1, false),
                row("an array", Fault.json("[]")).fails(ProtocolException.class, 1, false),
                row("no output", Fault.json("{\"metadata\":{\"status\":\"success\"}}"))
                        .fails(ProtocolException.class, 1, false),
                row("output of a wrong type", Fault.json("{\"output\":\"x\"}"))
                        .fails(ProtocolException.class, 1, false),
                row("stdout of a wrong type", Fault.json("{\"output\":{\"stdout\":5}}"))
                        .fails(ProtocolException.class, 1, false),
                row("ret_val of a wrong type", Fault.json("{\"output\":{\"ret_val\":{\"a\":1}}}"))
                        .fails(ProtocolException.class, 1, false),
                row("status of a wrong type", Fault.json("{\"output\":{},\"metadata\":{\"status\":1}}"))
                        .fails(ProtocolException.class, 1, false),
                row("a status nobody knows", Fault.json("{\"output\":{},\"metadata\":{\"status\":\"odd\"}}"))
                        .fails(ProtocolException.class, 1, false),
                row("numeric ret_val", Fault.json("{\"output\":{\"ret_val\":1.50}}"))
                        .gives(ExecutionStatus.SUCCESS, 1),
                row("null ret_val", Fault.json("{\"output\":{\"ret_val\":null}}"))
                        .gives(ExecutionStatus.SUCCESS, 1),
                row("an error in a 200", Fault.json("{\"error\":\"no\"}")).fails(ProtocolException.class, 1, false),
                row("an error beside output", Fault.json("{\"output\":{\"stdout\":\"x\"},\"error\":\"no\"}"))
                        .gives(ExecutionStatus.ERROR, 1),
                row("gzip", Fault.GZIP).gives(ExecutionStatus.SUCCESS, 1),
                row("broken gzip", Fault.BROKEN_GZIP).fails(ProtocolException.class, 1, false),
                row("gzip bomb", Fault.GZIP_BOMB).fails(ProtocolException.class, 1, false),
                row("50 MB body", Fault.BODY_OF_50_MB).fails(ProtocolException.class, 1, false),
                row("endless body", Fault.ENDLESS_BODY).fails(ProtocolException.class, 1, false),
                row("Content-Length too long", Fault.CONTENT_LENGTH_TOO_LONG).fails(ProtocolException.class, 1, false),
                row("Content-Length too short", Fault.CONTENT_LENGTH_TOO_SHORT)
                        .fails(ProtocolException.class, 1, false),
                row("not HTTP", Fault.NOT_HTTP).fails(ProtocolException.class, 1, false),
                // Time
                row("no answer", Fault.NO_ANSWER).within(SHORT).fails(DeadlineExceededException.class, 1, false),
                row("slow headers", Fault.SLOW_HEADERS).within(SHORT).fails(DeadlineExceededException.class, 1, false),
                row("slow drip", Fault.SLOW_DRIP).within(SHORT).fails(DeadlineExceededException.class, 1, false),
                row("slow drip, idempotent", Fault.SLOW_DRIP)
                        .within(SHORT)
                        .idempotent()
                        .fails(DeadlineExceededException.class, 1, false),
                // Connections
                row("reset before the answer", Fault.RESET_BEFORE_THE_ANSWER)
                        .fails(ServiceUnavailableException.class, 1, false),
                row("reset before the answer, idempotent", Fault.RESET_BEFORE_THE_ANSWER, Fault.NO_FAULT)
                        .idempotent()
                        .gives(ExecutionStatus.SUCCESS, 2),
                row("closed before the answer", Fault.CLOSED_BEFORE_THE_ANSWER)
                        .fails(ServiceUnavailableException.class, 1, false),
                row("reset during the answer", Fault.RESET_DURING_THE_ANSWER).fails(ProtocolException.class, 1, false),
                row("reset during the answer, idempotent", Fault.RESET_DURING_THE_ANSWER, Fault.NO_FAULT)
                        .idempotent()
                        .gives(ExecutionStatus.SUCCESS, 2),
                row("reset after the answer", Fault.RESET_AFTER_THE_ANSWER).gives(ExecutionStatus.SUCCESS, 1));
    }

    private static void check(Row row, MisbehavingServer server, FaasRuntimeException failure) {
        assertInstanceOf(row.failure, failure, row.name);
        assertEquals(row.retryable, failure.retryable(), "retryable: " + row.name);
        assertEquals(row.requests, failure.attempts(), "attempts: " + row.name);
        assertEquals(server.address().toString(), failure.service());
        assertTrue(failure.elapsed().toNanos() > 0, "elapsed");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause.getMessage()).contains("secret_code"), "no code in exceptions");
        }
    }

    private static Row row(String name, Fault... faults) {
        return new Row(name, faults);
    }

    static final class Row {

        private final String name;
        private final Fault[] faults;
        private Duration limit = PLENTY;
        private boolean idempotent;
        private int requests;
        private ExecutionStatus status;
        private Class<? extends FaasRuntimeException> failure;
        private boolean retryable;

        Row(String name, Fault... faults) {
            this.name = name;
            this.faults = faults;
        }

        Row within(Duration newLimit) {
            limit = newLimit;
            return this;
        }

        Row idempotent() {
            idempotent = true;
            return this;
        }

        Row gives(ExecutionStatus expected, int seen) {
            status = expected;
            requests = seen;
            return this;
        }

        Row fails(Class<? extends FaasRuntimeException> expected, int seen, boolean canHelp) {
            failure = expected;
            requests = seen;
            retryable = canHelp;
            return this;
        }

        /** @param backends makes the backend from its settings */
        void verify(Function<FaasSettings, FaasBackend> backends) throws Exception {
            try (MisbehavingServer server = new MisbehavingServer(faults)) {
                FaasBackend backend = backends.apply(FaasSettings.from(Calls.config(
                        "COZE_LOOP_PYTHON_FAAS_URL", server.address().toString())));
                try {
                    verify(server, backend);
                } finally {
                    backend.stop();
                }
            }
        }

        private void verify(MisbehavingServer server, FaasBackend backend) throws Exception {
            Execution execution = Calls.execution(Language.PYTHON, "secret_code()", null, limit, idempotent);
            if (failure == null) {
                assertEquals(status, Calls.run(backend, execution).status(), name);
            } else {
                check(
                        this,
                        server,
                        assertThrows(FaasRuntimeException.class, () -> Calls.run(backend, execution), name));
            }
            assertEquals(requests, server.runs().size(), "requests: " + name);
            assertTrue(execution.deadline().elapsed().compareTo(limit.plus(OVERHEAD)) < 0, "in time: " + name);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
