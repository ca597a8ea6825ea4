package io.faasruntime.rest;

import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.UnknownLanguageException;
import io.faasruntime.wire.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/** What a failure means to the caller. */
final class Problems {

    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private Problems() {}

    /** The failure itself, without the wrapping of a future. */
    static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    static Problem of(Throwable failure) {
        if (failure instanceof ProblemException own) {
            return own.problem();
        }
        if (failure instanceof FaasRuntimeException typed) {
            return Problem.of(typed);
        }
        if (failure instanceof UnknownLanguageException unknown) {
            return Problem.unknownLanguage(NOT_FOUND, String.valueOf(unknown.getMessage()));
        }
        if (failure instanceof WebApplicationException web) {
            return ofStatus(web.getResponse().getStatusInfo());
        }
        return new Problem(
                "internal", "Something went wrong here", SERVER_ERROR, "see the server's log", null, false, null);
    }

    private static Problem ofStatus(Response.StatusType status) {
        String reason = status.getReasonPhrase();
        String name = reason.toLowerCase(Locale.ROOT).replace(' ', '-');
        String detail = switch (status.getStatusCode()) {
            case NOT_FOUND -> "there is nothing at this address; /openapi lists what there is";
            case 405 -> "this address does not take this method; /openapi lists what it takes";
            case 415 -> "the Content-Type must be application/json";
            default -> reason;
        };
        return new Problem(name, reason, status.getStatusCode(), detail, null, false, null);
    }
}
