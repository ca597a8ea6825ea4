package io.faasruntime.wire;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A result found in stdout, as coze-loop's preludes put it there. Looked for only when the code defined its own
 * {@code return_val}, so that nothing else that is printed can pass for a result.
 *
 * @param value the result
 * @param stdout what is left of stdout
 */
public record PrintedReturnValue(String value, String stdout) {

    private static final String START = ReturnValPrelude.START + "\n";
    private static final String END = "\n" + ReturnValPrelude.END + "\n";

    /** The last value between the marker lines or, failing that, the last line that is a JSON object. */
    public static Optional<PrintedReturnValue> find(String stdout) {
        return betweenMarkers(stdout).or(() -> lastJsonObject(stdout));
    }

    private static Optional<PrintedReturnValue> betweenMarkers(String stdout) {
        int end = stdout.lastIndexOf(END);
        int start = end < 0 ? -1 : stdout.lastIndexOf(START, end);
        if (start < 0 || (start > 0 && stdout.charAt(start - 1) != '\n')) {
            return Optional.empty();
        }
        // An empty value leaves no character between the two line breaks that END and START share.
        String value = start + START.length() <= end ? stdout.substring(start + START.length(), end) : "";
        return Optional.of(
                new PrintedReturnValue(value, stdout.substring(0, start) + stdout.substring(end + END.length())));
    }

    private static Optional<PrintedReturnValue> lastJsonObject(String stdout) {
        int end = stdout.length();
        while (end > 0) {
            int start = stdout.lastIndexOf('\n', end - 1) + 1;
            String line = stdout.substring(start, end).strip();
            if (isJsonObject(line)) {
                String rest = stdout.substring(0, start) + stdout.substring(Math.min(end + 1, stdout.length()));
                return Optional.of(new PrintedReturnValue(line, rest));
            }
            end = start - 1;
        }
        return Optional.empty();
    }

    private static boolean isJsonObject(String line) {
        if (!line.startsWith("{") || !line.endsWith("}")) {
            return false;
        }
        try {
            return JsonText.parse(line) instanceof JsonObject;
        } catch (JsonException e) {
            return false;
        }
    }
}
