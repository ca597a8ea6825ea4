package io.faasruntime.faas.node;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/**
 * One request and its answer over {@code java.net.http}: bounded in time and size whatever the server does, aborted at
 * the server when time is up or the thread is interrupted.
 */
final class Exchange {

    private static final long MOST_AT_ONCE = Integer.MAX_VALUE - 8L;

    private final HttpClient client;
    private final Node node;

    Exchange(HttpClient client, Node node) {
        this.client = client;
        this.node = node;
    }

    /**
     * @param patience when to give up
     * @param maxBytes the largest body to read
     * @throws NodeFault if there is no complete answer; any status is an answer
     */
    HttpAnswer send(HttpRequest request, Duration patience, long maxBytes) throws NodeFault, InterruptedException {
        AtomicBoolean answered = new AtomicBoolean();
        CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, head -> {
            answered.set(true);
            return new CappedBody(Math.min(maxBytes, MOST_AT_ONCE));
        });
        try {
            HttpResponse<byte[]> whole = response.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return new HttpAnswer(whole.statusCode(), whole.headers(), whole.body());
        } catch (TimeoutException e) {
            throw new NodeFault(FaultKind.LATE, node, "gave no complete answer within the deadline", null);
        } catch (ExecutionException e) {
            throw fault(requireNonNullElse(e.getCause(), e), answered.get());
        } finally {
            // Closes the connection unless the answer is complete.
            response.cancel(true);
        }
    }

    private NodeFault fault(Throwable cause, boolean answered) {
        if (cause instanceof OversizedBodyException) {
            return new NodeFault(FaultKind.NONSENSE, node, "sent too much: " + cause.getMessage(), cause);
        }
        if (answered) {
            return new NodeFault(FaultKind.CUT_OFF, node, "broke off in the middle of its answer", cause);
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return new NodeFault(FaultKind.UNREACHABLE, node, "did not accept a connection in time", cause);
        }
        if (cause instanceof ConnectException) {
            return new NodeFault(FaultKind.UNREACHABLE, node, "cannot be connected to", cause);
        }
        if (cause instanceof SSLException) {
            return new NodeFault(FaultKind.UNTRUSTED, node, "cannot be trusted: TLS failed", cause);
        }
        if (cause instanceof java.net.ProtocolException) {
            return new NodeFault(FaultKind.NONSENSE, node, "gave an answer that is not HTTP", cause);
        }
        if (cause instanceof IOException) {
            return new NodeFault(FaultKind.BROKEN, node, "closed the connection without an answer", cause);
        }
        return new NodeFault(FaultKind.NONSENSE, node, "gave an answer that HTTP does not allow", cause);
    }
}
