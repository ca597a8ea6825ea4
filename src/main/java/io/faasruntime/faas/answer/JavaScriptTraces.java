package io.faasruntime.faas.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As Deno, Node.js and others built on V8 write them, with the frames of coze-loop's wrapper. */
final class JavaScriptTraces implements StackTraces {

    private static final Pattern FRAME = Pattern.compile("^\\s+at .*");

    /** The code runs in an eval inside an eval; frames of the server's own wrapper are in one eval or none. */
    private static final Pattern CODE_FRAME =
            Pattern.compile("eval at <anonymous> \\(eval at <anonymous> \\(.*?\\)\\), <anonymous>:(\\d+):(\\d+)"
                    + "|evalmachine\\.<anonymous>:(\\d+):(\\d+)");

    private static final Pattern HEADER = Pattern.compile(
            "(?:error: )?(?:Uncaught )?(?:\\(in promise\\) )?(?!Trace\\b)([A-Za-z_$][\\w$.]*)(?:: (.*))?");

    private static final Pattern ERROR_HEADER = Pattern.compile(
            "(?:error: )?(?:Uncaught )?(?:\\(in promise\\) )?((?:[A-Za-z_$][\\w$.]*)?(?:Error|Exception))(?:: (.*))?");

    private static final int LONGEST_MESSAGE_LINES = 50;

    @Override
    public Optional<StackTrace> in(Answer answer) {
        List<String> lines =
                AnsiText.plain(answer.output().stderr()).stripTrailing().lines().toList();
        int firstFrame = lines.size();
        while (firstFrame > 0 && FRAME.matcher(lines.get(firstFrame - 1)).matches()) {
            firstFrame--;
        }
        if (firstFrame == lines.size() || firstFrame == 0) {
            return Optional.empty();
        }
        List<String> frames = lines.subList(firstFrame, lines.size());
        return header(lines.subList(0, firstFrame)).map(header -> trace(header, frames));
    }

    /** The type and the message, which may span lines: the nearest line above the frames that names an error. */
    private static Optional<String[]> header(List<String> above) {
        int last = above.size() - 1;
        for (int i = last; i >= 0 && i > last - LONGEST_MESSAGE_LINES; i--) {
            Matcher error = ERROR_HEADER.matcher(above.get(i));
            if (error.matches()) {
                String first = error.group(2) == null ? "" : error.group(2);
                String rest = String.join("\n", above.subList(i + 1, last + 1));
                return Optional.of(new String[] {error.group(1), rest.isEmpty() ? first : first + "\n" + rest});
            }
        }
        Matcher header = HEADER.matcher(above.get(last));
        return header.matches()
                ? Optional.of(new String[] {header.group(1), header.group(2) == null ? "" : header.group(2)})
                : Optional.empty();
    }

    private static StackTrace trace(String[] header, List<String> frames) {
        int line = 0;
        int column = 0;
        for (String frame : frames) {
            Matcher code = CODE_FRAME.matcher(frame);
            if (code.find()) {
                int group = code.group(1) == null ? 3 : 1;
                line = Integer.parseInt(code.group(group));
                column = Integer.parseInt(code.group(group + 1));
                break;
            }
        }
        boolean syntax = header[0].equals("SyntaxError") && line == 0;
        return new StackTrace(header[0], header[1], line, column, syntax);
    }
}
