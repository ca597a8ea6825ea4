package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.faasruntime.it.server.TestServer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many runs at a time. */
@ExtendWith(ArquillianExtension.class)
class ConcurrencyIT {

    private static final int RUNS = 100;

    private final TestServer server = TestServer.shipped();

    @Test
    void oneHundredRunsInMixedLanguagesAreNotMixedUp() throws Exception {
        List<String> languages = List.of("python", "js", "ts");
        ExecutorService threads = Executors.newFixedThreadPool(RUNS);
        try {
            List<Future<JsonObject>> runs = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                String language = languages.get(i % languages.size());
                String print = language.equals("python") ? "print" : "console.log";
                String code = "%s('run %d'); return_val({'n': %d})".formatted(print, i, i);
                runs.add(threads.submit(() -> server.run(language, code)));
            }
            for (int i = 0; i < RUNS; i++) {
                JsonObject response = runs.get(i).get(60, TimeUnit.SECONDS);
                assertEquals("run " + i + "\n", TestServer.stdout(response), response.toString());
                assertEquals("{\"n\":" + i + "}", TestServer.retVal(response).replace(" ", ""));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
