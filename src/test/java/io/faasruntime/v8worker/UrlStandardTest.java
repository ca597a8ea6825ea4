package io.faasruntime.v8worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.faasruntime.protocol.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The data of the URL Standard itself against the worker's URL. */
class UrlStandardTest {

    @Test
    void parsesSetsAndMapsHostsAsTheStandardSays() throws IOException {
        String input = "{\"parse\":" + resource("urltestdata.json") + ",\"setters\":" + resource("setters_tests.json")
                + ",\"hosts\":" + resource("toascii.json") + "}";
        Fields request = new Fields()
                .add("language", "js")
                .add("code", resource("check.js"))
                .add("input", input)
                .add("timeout_ms", 30_000)
                .add("memory_mb", 128)
                .add("max_output_bytes", 1_000_000)
                .add("max_result_bytes", 10_000);
        try (RunningWorker worker = RunningWorker.start()) {
            RunningWorker.Run run = worker.run(request);
            assertEquals("{\"count\":1256}", run.field("ret_val"), run.stderr());
            assertEquals(resource("known.txt"), run.stdout());
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream content =
                UrlStandardTest.class.getResourceAsStream("/io/faasruntime/javascript/wpt/" + name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
