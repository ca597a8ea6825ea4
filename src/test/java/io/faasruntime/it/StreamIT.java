package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.TestServer;
import io.faasruntime.it.server.WorkersOf;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that come piece by piece: batches and live output, over real connections. */
@ExtendWith(ArquillianExtension.class)
@Timeout(120)
class StreamIT {

    private static final String LINES = "application/x-ndjson";
    private static final String EVENTS = "text/event-stream";
    private static final String DOUBLE = "\"return_val(input['n'] * 2)\"";

    private final TestServer server = TestServer.shipped();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void answersALineForEachInputInItsOrder() throws Exception {
        String inputs =
                IntStream.range(0, 200).mapToObj(n -> "{\"n\": " + n + "}").collect(Collectors.joining(","));
        List<JsonObject> lines =
                lines(batch("python", "{\"code\": " + DOUBLE + ", \"inputs\": [" + inputs + "]}", LINES));
        List<JsonObject> items = items(lines);
        assertEquals(200, items.size());
        for (int i = 0; i < items.size(); i++) {
            assertEquals(i, items.get(i).getInt("index"));
            assertEquals(Integer.toString(2 * i), TestServer.retVal(items.get(i)));
            assertEquals("success", TestServer.status(items.get(i)));
        }
        JsonObject totals = totals(lines);
        assertEquals(200, totals.getInt("succeeded"));
        assertEquals("completed", totals.getString("ended_by"));
    }

    @Test
    void readsLinesAndLosesOnlyWhatIsWrongInThem() throws Exception {
        String body = "{\"code\": " + DOUBLE
                + ", \"inputs\": []}\n{\"n\": 1}\n{\"n\": \n\n{\"n\": 3}\r\n{\"m\": 4}\n{\"n\": 5}";
        List<JsonObject> lines = lines(batch("python", body, LINES, LINES));
        List<JsonObject> items = items(lines);
        assertEquals(
                List.of("2", "", "6", "", "10"),
                items.stream().map(StreamIT::value).toList());
        assertEquals("input", items.get(1).getJsonObject("error").getString("field"));
        assertEquals("error", TestServer.status(items.get(3)));
        assertEquals(2, totals(lines).getInt("failed"));
    }

    @Test
    void answersAsServerSentEvents() throws Exception {
        HttpResponse<Stream<String>> answer =
                batch("js", "{\"code\": \"return_val(input + 1)\", \"inputs\": [1, 2]}", EVENTS);
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(EVENTS));
        List<String> names = answer.body()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .toList();
        assertEquals(List.of("item", "item", "totals"), names);
    }

    @Test
    void itemsComeAsTheyAreReadyIfAskedFor() throws Exception {
        String code = "\"setTimeout(() => return_val(input), input)\"";
        List<JsonObject> items = items(lines(
                batch("js", "{\"code\": " + code + ", \"order\": \"completion\", \"inputs\": [1, 3000, 2]}", LINES)));
        assertEquals(
                Set.of(0, 1, 2),
                items.stream().map(item -> item.getInt("index")).collect(Collectors.toSet()));
        assertEquals(1, items.get(2).getInt("index"));
    }

    @Test
    void aRunThatALimitEndsLosesOnlyItself() throws Exception {
        String code = "\"while input == 2: pass\\nreturn_val(input)\"";
        List<JsonObject> items = items(
                lines(batch("python", "{\"code\": " + code + ", \"timeout\": 1500, \"inputs\": [1, 2, 3]}", LINES)));
        assertEquals(
                List.of("success", "timeout", "success"),
                items.stream().map(TestServer::status).toList());
    }

    @Test
    void stopsAfterFailuresIfAskedTo() throws Exception {
        String inputs = IntStream.range(0, 2000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        String body = "{\"code\": \"throw new Error('no')\", \"stop_after_failures\": 3, \"inputs\": [" + inputs + "]}";
        JsonObject totals = totals(lines(batch("js", body, LINES)));
        assertEquals("failures", totals.getString("ended_by"));
        assertTrue(totals.getInt("done") < 2000, totals.toString());
    }

    @Test
    void endsAtItsDeadline() throws Exception {
        String body = "{\"code\": \"for (;;);\", \"timeout\": 60000, \"deadline_ms\": 500, \"inputs\": [1, 2, 3]}";
        assertEquals("deadline", totals(lines(batch("js", body, LINES))).getString("ended_by"));
    }

    @Test
    void thousandsOfInputsComeThrough() throws Exception {
        int many = 5000;
        StringBuilder body = new StringBuilder("{\"code\": \"return_val(input.n + 1)\"}\n");
        for (int i = 0; i < many; i++) {
            body.append("{\"n\": ").append(i).append("}\n");
        }
        List<JsonObject> lines = lines(batch("js", body.toString(), LINES, LINES));
        List<JsonObject> items = items(lines);
        assertEquals(many, items.size());
        for (int i = 0; i < many; i++) {
            assertEquals(Integer.toString(i + 1), TestServer.retVal(items.get(i)));
        }
        assertEquals(many, totals(lines).getInt("succeeded"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inputs| {\"code\": \"1\"}",
                "inputs| {\"code\": \"1\", \"inputs\": {}}",
                "inputs| {\"code\": \"1\", \"inputs\": [1], \"inputs\": [2]}",
                "input| {\"code\": \"1\", \"inputs\": [], \"input\": 1}",
                "code| {\"inputs\": [1]}",
                "order| {\"code\": \"1\", \"inputs\": [], \"order\": \"random\"}",
                "isolation| {\"code\": \"1\", \"inputs\": [], \"isolation\": 1}",
                "stop_after_failures| {\"code\": \"1\", \"inputs\": [], \"stop_after_failures\": 0}",
                "deadline_ms| {\"code\": \"1\", \"inputs\": [], \"deadline_ms\": 1.5}",
                "timeout| {\"code\": \"1\", \"inputs\": [], \"timeout\": \"long\"}",
                "body| {\"code\": \"1\", \"inputs\": [1, 2",
                "body| {\"code\": \"1\", \"inputs\": [1,]}",
                "body| [1]",
                "body| {} x",
            })
    void badRequestsNameTheField(String field, String body) throws Exception {
        HttpResponse<String> answer = server.post("api/runtimes/js/batch", body);
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(field, TestServer.json(answer).getString("field"), answer.body());
    }

    @Test
    void refusesWhatItCannotKnowOrRead() throws Exception {
        assertEquals(
                404,
                server.post("api/runtimes/cobol/batch", "{\"code\": \"1\", \"inputs\": []}")
                        .statusCode());
        byte[] text = "x".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                415, server.post("api/runtimes/js/batch", text, "text/plain").statusCode());
    }

    @Test
    void aBatchWithoutInputsIsOver() throws Exception {
        List<JsonObject> lines = lines(batch("js", "{\"code\": \"1\", \"inputs\": []}", LINES));
        assertEquals(1, lines.size());
        assertEquals(0, totals(lines).getInt("done"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api/runtimes/js/batch| application/x-ndjson| {\"code\": \"for (;;);\", \"timeout\": 60000, \"inputs\": [1]}",
                "api/runtimes/js/run| text/event-stream| {\"code\": \"for (;;);\", \"timeout\": 60000}",
            })
    void whoGoesAwayEndsTheRuns(String path, String accept, String body) throws Exception {
        WorkersOf workers = new WorkersOf(server, "js");
        workers.await(0);
        try (Socket socket = new Socket("localhost", server.base().getPort())) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = "POST /" + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: "
                    + accept + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            workers.await(1);
        }
        workers.await(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python| print('first', flush=True)\\nimport time, sys\\nfor i in range(400): time.sleep(0.01)\\nprint('last', file=sys.stderr)\\nreturn_val(7)",
                "js| console.log('first'); await new Promise((done) => setTimeout(done, 4000)); console.error('last'); return_val(7)",
            })
    void outputComesWhileTheCodeRuns(String language, String code) throws Exception {
        String body = JsonText.write(JsonText.PROVIDER
                .createObjectBuilder()
                .add("code", code.replace("\\n", "\n"))
                .add("timeout", 30000)
                .build());
        HttpResponse<java.io.InputStream> answer = client.send(
                request("run", language, body, "application/json", EVENTS), HttpResponse.BodyHandlers.ofInputStream());
        WorkersOf workers = new WorkersOf(server, language);
        List<String> events = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            boolean runs = false;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.equals("event: stdout")) {
                    workers.await(1);
                    runs = true;
                }
                if (line.startsWith("event: ")) {
                    String name = line.substring(7);
                    if (events.isEmpty() || !events.get(events.size() - 1).equals(name)) {
                        events.add(name);
                    }
                } else if (line.startsWith("data: ")
                        && events.get(events.size() - 1).equals("result")) {
                    JsonObject result = JsonText.parse(line.substring(6)).asJsonObject();
                    assertEquals("7", TestServer.retVal(result));
                    assertEquals("first\n", TestServer.stdout(result));
                }
            }
            assertTrue(runs, events.toString());
        }
        assertEquals(List.of("stdout", "stderr", "result"), events);
    }

    @Test
    void whoAsksForJsonOrAnythingGetsTheWholeAnswer() throws Exception {
        for (String accept : List.of("*/*", "application/json", "application/json, text/event-stream")) {
            HttpResponse<String> answer =
                    server.post("api/runtimes/js/run", "{\"code\": \"console.log(1)\"}", Map.of("Accept", accept));
            assertEquals("1\n", TestServer.stdout(TestServer.json(answer)), accept);
        }
    }

    private static String value(JsonObject item) {
        return item.containsKey("output") ? TestServer.retVal(item) : "";
    }

    private static List<JsonObject> items(List<JsonObject> lines) {
        return lines.stream().filter(line -> line.containsKey("index")).toList();
    }

    /** The last line says what became of it all. */
    private static JsonObject totals(List<JsonObject> lines) {
        return lines.get(lines.size() - 1).getJsonObject("totals");
    }

    private static List<JsonObject> lines(HttpResponse<Stream<String>> answer) {
        try (Stream<String> lines = answer.body()) {
            return lines.map(line -> JsonText.parse(line).asJsonObject()).toList();
        } catch (UncheckedIOException e) {
            throw new AssertionError(answer.statusCode() + " without an end", e);
        }
    }

    private HttpResponse<Stream<String>> batch(String language, String body, String accept)
            throws IOException, InterruptedException {
        return batch(language, body, "application/json", accept);
    }

    private HttpResponse<Stream<String>> batch(String language, String body, String type, String accept)
            throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer =
                client.send(request("batch", language, body, type, accept), HttpResponse.BodyHandlers.ofLines());
        assertEquals(200, answer.statusCode(), () -> answer.body().collect(Collectors.joining()));
        return answer;
    }

    private HttpRequest request(String what, String language, String body, String type, String accept) {
        return HttpRequest.newBuilder(server.base().resolve("api/runtimes/" + language + "/" + what))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type)
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
