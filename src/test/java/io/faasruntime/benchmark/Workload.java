package io.faasruntime.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run does.
 *
 * @param language as it stands in requests
 * @param name {@code hello}, {@code scoring function}, or {@code heavy}
 * @param request code and input, without the language
 */
record Workload(String language, String name, JsonObject request) {

    static final String HELLO = "hello";
    static final String SCORE = "scoring function";
    static final String HEAVY = "heavy";
    static final List<String> LANGUAGES = List.of("python", "js", "ts");

    private static final String HEAVY_PYTHON = """
            total = 0
            for i in range(1, 400000):
                total = (total * 31 + i) % 1000003
            return_val(str(total))
            """;
    private static final String HEAVY_JS = """
            let total = 0;
            for (let i = 1; i < 400000; i++) {
              total = (total * 31 + i) % 1000003;
            }
            return_val(String(total));
            """;

    /** A job in the working directory's version of the examples. */
    static Workload of(String language, String name) {
        return new Workload(
                language,
                name,
                switch (name) {
                    case HELLO -> code(language.equals("python") ? "print(1)" : "console.log(1)");
                    case HEAVY -> code(language.equals("python") ? HEAVY_PYTHON : HEAVY_JS);
                    default -> example(language);
                });
    }

    String code() {
        return request.getString("code");
    }

    /** The request as coze-loop's contract has it. */
    JsonObject contractRequest() {
        return Json.createObjectBuilder(request).add("language", language).build();
    }

    private static JsonObject code(String code) {
        return Json.createObjectBuilder()
                .add("code", code)
                .add("timeout", 20_000)
                .build();
    }

    private static JsonObject example(String language) {
        Path file = Path.of("src/examples/score-" + language + ".json");
        try (InputStream in = Files.newInputStream(file);
                var reader = Json.createReader(in)) {
            return Json.createObjectBuilder(reader.readObject())
                    .remove("language")
                    .add("timeout", 20_000)
                    .build();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
