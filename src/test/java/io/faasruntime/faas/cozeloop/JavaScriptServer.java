package io.faasruntime.faas.cozeloop;

import io.faasruntime.wire.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * coze-loop's JavaScript server: a process for every run, which evaluates the code inside a strict function, puts what it
 * printed into a report, and takes the last printed line that is a JSON object for the result. The process is Node.js in
 * the place of Deno, dressed up as Deno as far as the code can see.
 */
public final class JavaScriptServer extends ContractServer {

    private static final String NODE = "node";

    private final Path folder;

    public JavaScriptServer(Path folder) {
        this.folder = folder;
    }

    /** Whether this machine has what the double needs. */
    public static boolean isPossibleHere() {
        try {
            Process process = new ProcessBuilder(NODE, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    String health() {
        return "{\"status\":\"healthy\",\"language\":\"javascript\",\"version\":\"js-faas-v1.0.0\",\"execution_count\":1}";
    }

    @Override
    JsonObject run(String code, int timeoutMs) throws IOException, InterruptedException {
        Path user = Files.createTempFile(folder, "user_", ".js");
        Path wrapper = Files.createTempFile(folder, "temp_", ".mjs");
        Files.writeString(user, JsonText.escapeLoneSurrogates(code));
        Files.writeString(wrapper, resource("wrapper.mjs"));
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(NODE, "--max-old-space-size=64", wrapper.toString(), user.toString()).start();
        CompletableFuture<String> stdout = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        CompletableFuture<String> stderr = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        boolean ended = process.waitFor(timeoutMs, TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        boolean clean = ended && process.waitFor() == 0;
        long duration = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Optional<JsonObject> report = clean ? lastReport(stdout.join()) : Optional.empty();
        return JsonText.PROVIDER
                .createObjectBuilder()
                .add(
                        "output",
                        report.map(found -> reported(found, stderr.join()))
                                .orElseGet(() -> output(stdout.join(), stderr.join(), "")))
                .add("workload_info", JsonText.PROVIDER.createObjectBuilder().add("status", "Used"))
                .add(
                        "metadata",
                        JsonText.PROVIDER
                                .createObjectBuilder()
                                .add("language", "javascript")
                                .add("duration", duration)
                                .add("status", "success"))
                .build();
    }

    private static Optional<JsonObject> lastReport(String stdout) {
        String[] lines = stdout.strip().split("\n");
        for (int i = lines.length - 1; i >= 0; i--) {
            String line = lines[i].strip();
            if (line.startsWith("{") && line.endsWith("}")) {
                try {
                    return Optional.of(JsonText.parse(line).asJsonObject());
                } catch (JsonException e) {
                    // Try the line before.
                }
            }
        }
        return Optional.empty();
    }

    private static JsonObject reported(JsonObject report, String stderr) {
        String own = report.getString("stderr", "");
        return output(report.getString("stdout", ""), own.isEmpty() ? stderr : own, report.getString("ret_val", ""));
    }

    private static JsonObject output(String stdout, String stderr, String result) {
        return JsonText.PROVIDER
                .createObjectBuilder()
                .add("stdout", stdout)
                .add("stderr", stderr)
                .add("ret_val", result)
                .build();
    }

    private static String text(InputStream in) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (in) {
            in.transferTo(bytes);
        } catch (IOException e) {
            // The process was killed: what has come so far counts.
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(JavaScriptServer.class.getResourceAsStream("/cozeloop/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
