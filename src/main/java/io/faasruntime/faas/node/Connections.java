package io.faasruntime.faas.node;

import io.faasruntime.faas.settings.Credentials;
import io.faasruntime.faas.settings.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** How the nodes of one service are asked over HTTP. Safe for threads. */
public final class Connections {

    private static final int LARGEST_HEALTH_BODY = 256 << 10;

    private final Credentials credentials;
    private final ExpiringHttpClient http;
    private final StatusMeaning statuses = new StatusMeaning(Clock.systemUTC());

    /** @param executor runs what arrives from the network, and must not run out of threads */
    public Connections(ServiceSettings settings, Executor executor) {
        this.credentials = settings.credentials();
        this.http = new ExpiringHttpClient(() -> newClient(settings, executor), settings.idleTime(), executor);
    }

    private static HttpClient newClient(ServiceSettings settings, Executor executor) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(executor);
        if (settings.trustStore() != null) {
            try {
                client.sslContext(settings.trustStore().sslContext());
            } catch (IOException e) {
                throw new UncheckedIOException("the trust store can no longer be read", e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the trust store can no longer be used", e);
            }
        }
        return client.build();
    }

    /**
     * Sends {@code body} to {@code /run_code} of a node and waits for the answer. Interrupting the thread aborts the
     * request at the server.
     *
     * @param headers in addition to those that every request has
     * @param patience when to give up
     * @param maxBytes the largest body to read
     * @return the body of an answer with status 200, without its content encoding
     * @throws NodeFault if there is no such answer
     */
    public byte[] post(Node node, byte[] body, Map<String, String> headers, Duration patience, long maxBytes)
            throws NodeFault, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.runCode())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .setHeader("Accept", "application/json")
                .setHeader("Accept-Encoding", "gzip")
                // Of nodes of ours: statuses for what they refuse, and nothing added to what the code printed.
                .setHeader("Prefer", "handling=strict")
                .setHeader("User-Agent", "faas-runtime");
        headers.forEach(request::setHeader);
        credentials.headers().forEach(request::setHeader);
        HttpAnswer answer = new Exchange(http.get(), node).send(request.build(), patience, maxBytes);
        if (answer.status() != 200) {
            throw statuses.of(node, answer);
        }
        try {
            return answer.content(maxBytes);
        } catch (OversizedBodyException e) {
            throw new NodeFault(FaultKind.NONSENSE, node, "sent too much: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new NodeFault(FaultKind.NONSENSE, node, "sent a body that its headers do not fit", e);
        }
    }

    /** Asks {@code /health} of a node and does not wait; fails after {@code patience}. */
    CompletableFuture<HttpAnswer> health(Node node, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.health()).timeout(patience);
        credentials.headers().forEach(request::setHeader);
        CompletableFuture<HttpResponse<byte[]>> response =
                http.get().sendAsync(request.build(), head -> new CappedBody(LARGEST_HEALTH_BODY));
        return response.copy()
                .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((answer, failure) -> response.cancel(true))
                .thenApply(answer -> new HttpAnswer(answer.statusCode(), answer.headers(), answer.body()));
    }

    /** Ends the connections once the calls on them have ended. */
    public void close() {
        http.close();
    }
}
