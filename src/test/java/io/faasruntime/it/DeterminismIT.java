package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.faasruntime.it.server.TestServer;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same code has the same outcome, however often it runs: ten times here, a hundred times in the soak profile. */
@ExtendWith(ArquillianExtension.class)
class DeterminismIT {

    private static final int REPEATS = Integer.getInteger("determinism.repeats", 10);

    private final TestServer server = TestServer.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python| timeout| 200| while True: pass",
                "python| memory_limit| 20000| x = []\\nwhile True: x.append(' ' * 1000000)",
                "python| memory_limit| 20000| x = []\\nwhile True: x.append([x])",
                "python| output_limit| 20000| while True: print('x' * 1000)",
                "python| error| 20000| print('before')\\n1 / 0",
                "python| error| 20000| def f(): return f()\\nf()",
                "python| syntax_error| 20000| def f(:",
                "js| timeout| 200| for (;;) {}",
                "js| memory_limit| 20000| const x = []; for (;;) x.push(new Array(10000).fill(1.5))",
                "js| memory_limit| 20000| const x = []; for (;;) x.push(new Uint8Array(1 << 20).fill(1))",
                "js| output_limit| 20000| for (;;) console.log('x'.repeat(1000))",
                "js| error| 20000| console.log('before'); null.x",
                "js| error| 20000| const f = () => f() + 1; f()",
                "js| syntax_error| 20000| let = ;",
                "ts| timeout| 200| for (;;) { const n: number = 1; }",
                "ts| memory_limit| 20000| const x: number[][] = []; for (;;) x.push(new Array(10000).fill(1.5))",
                "ts| output_limit| 20000| for (;;) console.log('x'.repeat(1000) as string)",
                "ts| error| 20000| const s: any = null; s.x",
                "ts| syntax_error| 20000| const n: = 1",
            })
    void theSameCodeHasTheSameOutcome(String language, String status, int timeout, String code) throws Exception {
        JsonObject request = JsonText.PROVIDER
                .createObjectBuilder()
                .add("code", code.replace("\\n", "\n"))
                .add("timeout", timeout)
                .add("limits", JsonText.PROVIDER.createObjectBuilder().add("max_output_bytes", 10_000))
                .build();
        String first = outcome(server.runRequest(language, request));
        assertEquals(status, first.split(" ")[0], first);
        for (int i = 1; i < REPEATS; i++) {
            assertEquals(first, outcome(server.runRequest(language, request)), "repeat " + i);
        }
    }

    private static String outcome(JsonObject response) {
        JsonObject metadata = response.getJsonObject("metadata");
        return String.join(
                " ",
                metadata.getString("status"),
                metadata.get("exit_code").toString(),
                metadata.get("truncated").toString(),
                String.valueOf(metadata.get("error")),
                response.getJsonObject("output").toString());
    }
}
