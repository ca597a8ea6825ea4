package io.faasruntime.faas.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As CPython writes them, on coze-loop's server (Pyodide) and others. */
final class PythonTraces implements StackTraces {

    /** coze-loop's server puts this many lines in front of the code; seen in its recorded tracebacks. */
    private static final int PYODIDE_LINES = 9;

    private static final Pattern FRAME = Pattern.compile("(?m)^ *File \"([^\"]*)\", line (\\d+)(, in .*)?$");
    private static final Pattern ERROR = Pattern.compile("(?m)^([A-Za-z_][\\w.]*)(?:: (.*))?$");
    private static final Pattern SYNTAX = Pattern.compile("SyntaxError|IndentationError|TabError");

    @Override
    public Optional<StackTrace> in(Answer answer) {
        String text = AnsiText.plain(answer.output().stderr());
        int start =
                Math.max(text.lastIndexOf("Traceback (most recent call last):"), text.startsWith("  File \"") ? 0 : -1);
        if (start < 0) {
            return Optional.empty();
        }
        int line = 0;
        int end = start;
        boolean ran = false;
        for (Matcher frame = FRAME.matcher(text).region(start, text.length()); frame.find(); end = frame.end()) {
            boolean sent = frame.group(1).startsWith("<") && !frame.group(1).startsWith("<frozen");
            if (sent) {
                line = Integer.parseInt(frame.group(2));
                ran |= frame.group(3) != null;
            }
        }
        Matcher error = ERROR.matcher(text).region(end, text.length());
        if (end == start || !error.find()) {
            return Optional.empty();
        }
        String type = error.group(1).substring(error.group(1).lastIndexOf('.') + 1);
        String message = error.group(2) == null ? "" : error.group(2).strip();
        int added = answer.metadata().runtime().startsWith("pyodide") ? PYODIDE_LINES : 0;
        boolean syntax = !ran && SYNTAX.matcher(type).matches();
        return Optional.of(new StackTrace(type, message, Math.max(0, line - added), 0, syntax));
    }
}
