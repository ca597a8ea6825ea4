package io.faasruntime.benchmark;

import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Runtime;
import io.faasruntime.runtime.RuntimeManager;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Part of an application that injects a {@code RuntimeManager}: runs callers inside the server and answers with what they
 * saw. The body is the job; with {@code bare}, the callers post it to that address with {@code HttpURLConnection}.
 */
@WebServlet("/calls")
public class InjectedCalls extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient RuntimeManager manager;

    /** Whether the workers are warm. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(manager.isWarm() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonObject job = Json.createReader(request.getInputStream()).readObject();
        String bare = request.getParameter("bare");
        Callable<Call> newCall = bare == null ? injected(request.getParameter("language"), job) : bare(bare, job);
        try {
            Sample sample = Callers.measure(
                    newCall,
                    Integer.parseInt(request.getParameter("callers")),
                    Duration.ofMillis(Long.parseLong(request.getParameter("millis"))));
            response.getOutputStream().write(sample.write().getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private Callable<Call> injected(String language, JsonObject job) {
        Runtime runtime = manager.getRuntime(language);
        ExecutionRequest request =
                ExecutionRequest.of(job.getString("code")).withTimeLimit(Duration.ofMillis(job.getInt("timeout")));
        ExecutionRequest run = job.containsKey("input") ? request.withInput(job.get("input")) : request;
        return () -> () -> {
            ExecutionResult result = runtime.runCode(run);
            if (result.status() != ExecutionStatus.SUCCESS) {
                throw new IllegalStateException(result.toString());
            }
            return 1;
        };
    }

    private static Callable<Call> bare(String address, JsonObject job) throws IOException {
        URL url = new URL(address);
        byte[] body = job.toString().getBytes(StandardCharsets.UTF_8);
        return () -> () -> {
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            try (InputStream in = connection.getInputStream()) {
                in.readAllBytes();
            }
            return 1;
        };
    }
}
