package io.faasruntime.v8worker.v8;

import java.io.IOException;
import java.util.List;

/**
 * The JavaScript that every isolate starts with, put together from its modules: src/main/javascript. A module is a file
 * with one arrow function of the primordials and of the modules before it, which it knows by their names without rooms.
 */
final class BootstrapScript {

    static final String RESOURCE_NAME = "faas:bootstrap";

    private static final String PRIMORDIALS = "core/primordials";
    /** In the order in which they run; each may use those before it. */
    private static final List<String> MODULES = List.of(
            "core/host",
            "core/kinds",
            "platform/text",
            "platform/inspect",
            "platform/format",
            "platform/console",
            "core/stack",
            "core/failure",
            "core/timers",
            "core/result",
            "core/lazy",
            "core/start",
            "core/rehearsal");

    private BootstrapScript() {}

    static String load() throws IOException {
        StringBuilder script = new StringBuilder("(() => { 'use strict'; const modules = { __proto__: null };\n");
        script.append("const primordials = (")
                .append(ScriptSource.read(PRIMORDIALS))
                .append(")();\n");
        for (String module : MODULES) {
            script.append("modules['").append(nameOf(module)).append("'] = (");
            script.append(ScriptSource.read(module)).append(")(primordials, modules);\n");
        }
        return script.append("})();").toString();
    }

    private static String nameOf(String module) {
        return module.substring(module.indexOf('/') + 1);
    }
}
