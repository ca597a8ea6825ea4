package io.faasruntime.faas;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import io.faasruntime.wire.HealthDocument;
import io.faasruntime.wire.RunCodeRequest;
import io.faasruntime.wire.RunCodeRequestReader;
import io.faasruntime.wire.RunCodeResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service of the contract on a free port of loopback, in front of a backend that really runs what is sent. */
final class ContractService implements AutoCloseable {

    private final ExecutionBackend engine;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    ContractService(ExecutionBackend engine) throws IOException {
        this.engine = engine;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/run_code", this::run);
        http.createContext(
                "/health",
                exchange -> answer(
                        exchange,
                        new HealthDocument(true, Set.of(Language.PYTHON.name(), Language.JAVASCRIPT.name()), Map.of())
                                .toJson()));
        http.start();
    }

    String url() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    private void run(HttpExchange exchange) throws IOException {
        RunCodeRequest request =
                RunCodeRequestReader.read(exchange.getRequestBody().readAllBytes());
        Language language = Language.PYTHON.name().equals(request.language()) ? Language.PYTHON : Language.JAVASCRIPT;
        SandboxConfig limits = request.limits(SandboxConfig.DEFAULT);
        Execution execution = new Execution(
                language,
                request.code(),
                request.input(),
                request.ext(),
                limits,
                Deadline.after(limits.timeLimit()),
                false);
        ExecutionResult result = engine.execute(execution).toCompletableFuture().join();
        answer(exchange, RunCodeResponse.toJson(language, result));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
