package io.faasruntime.v8worker.v8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The files of src/main/javascript, and the libraries that the build has put beside them. */
final class ScriptSource {

    private static final String ROOT = "/io/faasruntime/javascript/";
    private static final int LAST_ASCII = 0x7f;

    private ScriptSource() {}

    /**
     * In ASCII: with a single other character V8 keeps a script in twice the memory, and every isolate begins with a copy.
     * Those that there are stand in literals, where an escape means the same, and in comments.
     */
    static String read(String name) throws IOException {
        try (InputStream resource = ScriptSource.class.getResourceAsStream(ROOT + name + ".js")) {
            if (resource == null) {
                throw new FileNotFoundException("script " + name);
            }
            return escaped(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String escaped(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit <= LAST_ASCII) {
                ascii.append(unit);
            } else {
                ascii.append(String.format("\\u%04x", (int) unit));
            }
        }
        return ascii.toString();
    }
}
