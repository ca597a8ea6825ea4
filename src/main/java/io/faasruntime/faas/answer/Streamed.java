package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What code left behind that began and never came to its envelope: the output that was streamed up to then. */
final class Streamed {

    /** The stream and a JSON string. Not in lines: some servers lose line breaks. */
    private static final String PIECE = "(out|err)(\"(?:[^\"\\\\]|\\\\.)*+\")";

    private Streamed() {}

    /** Whether the server shows that the code began. */
    static boolean begun(Answer answer, String mark) {
        return answer.output().stdout().contains(mark);
    }

    /** The output; what else is in the answer comes from the server and is left out, but for its stderr. */
    static ExecutionOutput output(Answer answer, String mark) {
        StringBuilder stdout = new StringBuilder();
        StringBuilder stderr = new StringBuilder();
        Matcher piece = Pattern.compile(Pattern.quote(mark) + PIECE)
                .matcher(answer.output().stdout());
        while (piece.find()) {
            (piece.group(1).equals("out") ? stdout : stderr).append(text(piece.group(2)));
        }
        stderr.append(AnsiText.plain(answer.output().stderr()));
        return new ExecutionOutput(stdout.toString(), stderr.toString(), "");
    }

    private static String text(String literal) {
        try {
            return JsonText.parse(literal) instanceof JsonString text ? text.getString() : "";
        } catch (JsonException e) {
            // What ended the code has cut it.
            return "";
        }
    }
}
