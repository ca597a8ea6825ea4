package io.faasruntime.it.hostile;

import io.faasruntime.it.server.TestServer;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * A program of the soak test. In code and expectations {@code #} stands for the number of the run, so that no two runs
 * expect the same.
 *
 * @param weight how often it runs, compared with the others
 * @param retVal what it returns
 */
record SoakProgram(int weight, String language, int timeout, String code, String status, String stdout, String retVal) {

    private static final int AMPLE_MS = 30_000;
    private static final int SHORT_MS = 1000;

    static final List<SoakProgram> ALL = List.of(
            right(400, "python", "print('run', #)\nreturn_val({'n': #})", "run #\n", "{\"n\": #}"),
            right(400, "js", "console.log('run', #); return_val({n: #})", "run #\n", "{\"n\":#}"),
            right(250, "ts", "const n: number = #; console.log('run', n); return_val({n})", "run #\n", "{\"n\":#}"),
            right(60, "js", "await new Promise(d => setTimeout(d, 5)); return_val([#])", "", "[#]"),
            right(
                    60,
                    "python",
                    "import builtins, json\nassert not hasattr(builtins, 'left')\n"
                            + "builtins.left = 1\njson.loads = None\nreturn_val([#])",
                    "",
                    "[#]"),
            right(
                    60,
                    "js",
                    "if (globalThis.left || [].left) throw new Error('left'); globalThis.left = 1;"
                            + " Array.prototype.left = 1; setInterval(() => {}, 1e6).unref(); return_val('#')",
                    "",
                    "#"),
            ends(60, "python", "error", "print(#)\nraise ValueError('#')", "#\n"),
            ends(60, "js", "error", "console.log(#); null.x", "#\n"),
            ends(30, "python", "error", "def f(): return f()\nprint(#)\nf()", "#\n"),
            ends(30, "js", "error", "console.log(#); (function f() { return f() + 1 })()", "#\n"),
            ends(20, "python", "syntax_error", "def f(: #", ""),
            ends(20, "ts", "syntax_error", "const n: = #", ""),
            ends(20, "python", "output_limit", "while True: print('x' * 99)", "x".repeat(99)),
            ends(20, "js", "output_limit", "for (;;) console.log('x'.repeat(99))", "x".repeat(99)),
            ends(20, "python", "error", "open('/etc/passwd')", ""),
            ends(20, "js", "error", "require('fs')", ""),
            ends(8, "python", "timeout", "print(#, flush=True)\nwhile True: pass", "#\n")
                    .within(SHORT_MS),
            ends(8, "js", "timeout", "console.log(#); for (;;) {}", "#\n").within(SHORT_MS),
            ends(
                    8,
                    "python",
                    "memory_limit",
                    "print(#, flush=True)\nx = []\nwhile True: x.append(' ' * 1000000)",
                    "#\n"),
            ends(
                    8,
                    "js",
                    "memory_limit",
                    "console.log(#); const x = []; for (;;) x.push(new Array(9999).fill(1.5))",
                    "#\n"),
            ends(4, "js", "memory_limit", "const x = []; for (;;) x.push(new Uint8Array(1 << 20).fill(1))", ""),
            ends(2, "python", "error", "import os\nos._exit(3)", ""));

    private static SoakProgram right(int weight, String language, String code, String stdout, String retVal) {
        return new SoakProgram(weight, language, AMPLE_MS, code, "success", stdout, retVal);
    }

    private static SoakProgram ends(int weight, String language, String status, String code, String stdout) {
        return new SoakProgram(weight, language, AMPLE_MS, code, status, stdout, "");
    }

    private SoakProgram within(int milliseconds) {
        return new SoakProgram(weight, language, milliseconds, code, status, stdout, retVal);
    }

    /** A program by chance, as its weight has it. */
    static SoakProgram any(java.util.Random chance) {
        int at = chance.nextInt(ALL.stream().mapToInt(SoakProgram::weight).sum());
        for (SoakProgram program : ALL) {
            at -= program.weight;
            if (at < 0) {
                return program;
            }
        }
        throw new AssertionError("weights do not add up");
    }

    /** Whether it waits only briefly for a free worker, so that it may be refused when all are busy. */
    boolean mayBeRefused() {
        return timeout == SHORT_MS;
    }

    JsonObject request(int run) {
        return JsonText.PROVIDER
                .createObjectBuilder(Map.of("code", numbered(code, run), "timeout", timeout))
                .add("limits", JsonText.PROVIDER.createObjectBuilder().add("max_output_bytes", 10_000))
                .build();
    }

    boolean isRight(int run, JsonObject response) {
        return TestServer.status(response).equals(status)
                && TestServer.stdout(response).startsWith(numbered(stdout, run))
                && (status.equals("output_limit")
                        || TestServer.stdout(response).length()
                                == numbered(stdout, run).length())
                && TestServer.retVal(response).equals(numbered(retVal, run));
    }

    private static String numbered(String text, int run) {
        return text.replace("#", Integer.toString(run));
    }
}
