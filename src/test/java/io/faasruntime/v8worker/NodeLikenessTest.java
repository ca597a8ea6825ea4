package io.faasruntime.v8worker;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Node 20 printed for these programs is what the worker prints. */
class NodeLikenessTest {

    private static final String SEPARATOR = "\u0001";

    private static RunningWorker worker;

    @BeforeAll
    static void start() throws IOException {
        worker = RunningWorker.start();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @Test
    void logsValuesAsNodeDoes() throws IOException {
        List<String[]> cases = resource("console-log-of-node.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" => (?=\"[^\"]*(?:\\\\\"[^\"]*)*\"$)", 2))
                .toList();
        StringBuilder program = new StringBuilder();
        for (String[] expectation : cases) {
            program.append("try{console.log(")
                    .append(expectation[0])
                    .append(")}catch(e){console.log('!!'+e.message)}console.log('\\u0001');\n");
        }
        String[] printed = worker.run("js", program.toString()).stdout().split(SEPARATOR + "\n");
        assertEquals(cases.size(), printed.length);
        assertAll(IntStream.range(0, printed.length)
                .mapToObj(i -> () -> assertEquals(unquote(cases.get(i)[1]), printed[i], cases.get(i)[0])));
    }

    @Test
    void tablesGroupsAndCountsAsNodeDoes() throws IOException {
        assertSameOutput("console-calls");
    }

    @Test
    void encodesParsesAndClonesAsNodeDoes() throws IOException {
        assertSameOutput("platform-calls");
    }

    private static void assertSameOutput(String program) throws IOException {
        String printed = worker.run("js", resource(program + ".js")).stdout();
        assertEquals(resource(program + "-of-node.txt"), printed);
    }

    private static String unquote(String json) {
        return Json.createReader(new StringReader("[" + json + "]")).readArray().getString(0);
    }

    private static String resource(String name) throws IOException {
        try (InputStream content =
                NodeLikenessTest.class.getResourceAsStream("/io/faasruntime/javascript/node/" + name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
