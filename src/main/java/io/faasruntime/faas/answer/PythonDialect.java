package io.faasruntime.faas.answer;

import io.faasruntime.wire.ReturnValPrelude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python, on coze-loop's server (Pyodide) and others. */
final class PythonDialect implements Dialect {

    /** coze-loop's server puts this many lines in front of the code; seen in its recorded tracebacks. */
    private static final int PYODIDE_LINES = 9;

    private static final String RETURN_VAL =
            """
            def return_val(value):
                import json
                text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
                print("%s")
                print(json.dumps({"%s": text}))
                print("%s")
            """.formatted(ReturnValPrelude.START, ResultEnvelope.MEMBER, ReturnValPrelude.END);

    private static final Pattern MENTIONED = Pattern.compile("\\breturn_val\\b");
    private static final Pattern DEFINED =
            Pattern.compile("(?m)^[ \\t]*(?:async[ \\t]+)?(?:def[ \\t]+return_val\\b|return_val[ \\t]*=[^=])");
    private static final Pattern FUTURE =
            Pattern.compile("(?m)^from[ \\t]+__future__[ \\t]+import[ \\t]*(?:\\([^)]*\\)|[^\\n(]*)[^\\n]*$");

    private static final Pattern FRAME = Pattern.compile("(?m)^ *File \"([^\"]*)\", line (\\d+)(, in .*)?$");
    private static final Pattern ERROR = Pattern.compile("(?m)^([A-Za-z_][\\w.]*)(?:: (.*))?$");
    private static final Pattern SYNTAX = Pattern.compile("SyntaxError|IndentationError|TabError");

    @Override
    public PreparedCode prepare(String code, @Nullable String inputJson, @Nullable String stdin) {
        boolean resultWanted =
                MENTIONED.matcher(code).find() && !DEFINED.matcher(code).find();
        String inserted = (resultWanted ? RETURN_VAL : "")
                + (inputJson == null ? "" : input(inputJson))
                + (stdin == null ? "" : standardInput(stdin));
        return PreparedCode.insert(inserted, code, futureImports(code), resultWanted);
    }

    /**
     * Base64 keeps the data apart from source, and from the server as well: coze-loop's rewrites line breaks by looking
     * for quotes, and would damage data that holds some.
     */
    private static String input(String json) {
        return "input = " + parsed(json) + "\n";
    }

    private static String standardInput(String text) {
        return "__import__(\"sys\").stdin = __import__(\"io\").StringIO(" + parsed(JsonLiteral.of(text)) + ")\n";
    }

    private static String parsed(String json) {
        String data = Base64.getEncoder().encodeToString(JsonLiteral.ascii(json).getBytes(StandardCharsets.US_ASCII));
        return "__import__(\"json\").loads(__import__(\"base64\").b64decode(\"" + data + "\"))";
    }

    /** The line of the last {@code from __future__ import}, which must stay in front of everything; 0 without one. */
    private static int futureImports(String code) {
        int end = 0;
        for (Matcher future = FUTURE.matcher(code); future.find(); ) {
            end = future.end();
        }
        boolean wholeLine = end < code.length();
        return end == 0 || !wholeLine
                ? 0
                : (int) code.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
    }

    @Override
    public Optional<StackTrace> stackTrace(Answer answer) {
        String text = AnsiText.plain(answer.stderr());
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
        int added = answer.runtime().startsWith("pyodide") ? PYODIDE_LINES : 0;
        boolean syntax = !ran && SYNTAX.matcher(type).matches();
        return Optional.of(new StackTrace(type, message, Math.max(0, line - added), 0, syntax));
    }

    @Override
    public boolean tellsErrorsByStackOnly() {
        return false;
    }
}
