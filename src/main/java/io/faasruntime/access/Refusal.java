package io.faasruntime.access;

import io.faasruntime.access.credential.Role;
import io.faasruntime.wire.Problem;
import java.util.Map;

/**
 * Why a request is turned away.
 *
 * @param problem what the caller is told
 * @param limit what stopped it, in a word for the log
 * @param headers further headers of the answer
 */
record Refusal(Problem problem, String limit, Map<String, String> headers) {

    private static final String CHALLENGE = "Bearer realm=\"faas-runtime\"";

    static Refusal malformed(String detail) {
        return new Refusal(problem("invalid-request", "The request is not valid", 400, detail), "syntax", Map.of());
    }

    static Refusal notThisServer() {
        return new Refusal(
                problem(
                        "misdirected-request",
                        "This server has another name",
                        421,
                        "the Host of the request is not a name of this server; if it is meant to be one, add it to "
                                + AccessSettings.variable(AccessSettings.HOSTS)),
                "host",
                Map.of());
    }

    static Refusal foreignPage() {
        return new Refusal(
                problem(
                        "foreign-origin",
                        "The page that asks may not",
                        403,
                        "the Origin of the request is not this server; if its pages may call it, add it to "
                                + AccessSettings.variable(AccessSettings.ORIGINS)),
                "origin",
                Map.of());
    }

    static Refusal notFromOutside() {
        return new Refusal(
                problem(
                        "no-access",
                        "Nobody is let in from outside",
                        403,
                        "this server knows no callers, so it serves its own machine only; set "
                                + AccessSettings.variable(AccessSettings.KEYS)),
                "loopback",
                Map.of());
    }

    static Refusal noCredential() {
        return unauthorized(
                "send a key or a token, as Authorization: Bearer or as X-Api-Key", CHALLENGE, "no credential");
    }

    static Refusal wrongCredential(String fault) {
        return unauthorized(fault, CHALLENGE + ", error=\"invalid_token\"", "credential");
    }

    static Refusal lacksRole(Role role) {
        return new Refusal(
                problem("forbidden", "Not for this caller", 403, "this address asks for the role " + role.groupName()),
                "role",
                Map.of());
    }

    static Refusal noMethod() {
        return new Refusal(
                problem(
                        "method-not-allowed",
                        "Method Not Allowed",
                        405,
                        "this address does not take this method; /openapi lists what it takes"),
                "method",
                Map.of("Allow", "GET, HEAD"));
    }

    static Refusal nothingHere() {
        return new Refusal(
                problem(
                        "not-found",
                        "Not Found",
                        404,
                        "there is nothing at this address; /openapi lists what there is"),
                "address",
                Map.of());
    }

    private static Refusal unauthorized(String detail, String challenge, String limit) {
        return new Refusal(
                problem("unauthorized", "Who is asking?", 401, detail), limit, Map.of("WWW-Authenticate", challenge));
    }

    private static Problem problem(String name, String title, int status, String detail) {
        return new Problem(name, title, status, detail, null, false, null);
    }
}
