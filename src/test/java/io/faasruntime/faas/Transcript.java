package io.faasruntime.faas;

import io.faasruntime.wire.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recorded exchange.
 *
 * @param name where it was recorded and what it was for
 * @param requestBody as it was sent
 */
record Transcript(String name, String requestBody, int status, String contentType, byte[] body, long elapsedMs) {

    /** Where a long body was shortened. */
    private static final Pattern CUT = Pattern.compile("(.)(\\.\\.\\.<\\d+ bytes in all>\\.\\.\\.)(.)");

    /** The requests to run code that were recorded of a server. */
    static List<Transcript> runs(String server) {
        String resource = "/transcripts/" + server + ".jsonl";
        try (InputStream in = Objects.requireNonNull(Transcript.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonText.parse(line).asJsonObject())
                    .filter(json ->
                            json.getJsonObject("request").getString("method").equals("POST"))
                    .filter(json ->
                            json.getJsonObject("request").getString("path").startsWith("/run_code"))
                    .map(json -> read(server, json))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Transcript read(String server, JsonObject json) {
        JsonObject response = json.getJsonObject("response");
        return new Transcript(
                server + "/" + json.getString("name"),
                json.getJsonObject("request").getString("body"),
                response.getInt("status"),
                response.getString("content_type"),
                whole(response.getString("body"), response.getInt("body_bytes")),
                json.getInt("elapsed_ms"));
    }

    /** The body in its true length: what was left out were repetitions of one character. */
    private static byte[] whole(String recorded, int bytes) {
        byte[] body = recorded.getBytes(StandardCharsets.UTF_8);
        Matcher cut = CUT.matcher(recorded);
        if (body.length == bytes || !cut.find()) {
            return body;
        }
        String start = recorded.substring(0, cut.end(1));
        String end = recorded.substring(cut.start(3));
        String filling = cut.group(1).repeat(bytes - start.length() - end.length());
        return (start + filling + end).getBytes(StandardCharsets.UTF_8);
    }

    /** The code of the request, or something in its place. */
    String code() {
        return request()
                .map(request -> request.get("code"))
                .filter(JsonString.class::isInstance)
                .map(code ->
                        ((JsonString) code).getString().replace("{{RETURN_VAL_PRELUDE}}", "def return_val(v): pass"))
                .filter(code -> !code.isEmpty())
                .orElse("code");
    }

    /** The time limit of the request; the servers' own when it has none. */
    int timeoutMs() {
        return request()
                .map(request -> request.get("timeout"))
                .map(Object::toString)
                .filter(timeout -> timeout.matches("[1-9]\\d*"))
                .map(Integer::parseInt)
                .orElse(30_000);
    }

    private Optional<JsonObject> request() {
        try {
            return JsonText.parse(requestBody) instanceof JsonObject request ? Optional.of(request) : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
