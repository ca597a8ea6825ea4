package io.faasruntime.sandbox.worker;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The JavaScript that every isolate starts with, put together from its modules. A module is a file with one arrow
 * function of the primordials and of the modules before it.
 */
final class BootstrapScript {

    static final String RESOURCE_NAME = "faas:bootstrap";

    private static final String PRIMORDIALS = "primordials";
    private static final List<String> MODULES = List.of(
            "host",
            "kinds",
            "text",
            "inspect",
            "format",
            "console",
            "stack",
            "failure",
            "timers",
            "result",
            "encoding",
            "clone",
            "crypto",
            "url",
            "url-classes",
            "start");

    private BootstrapScript() {}

    static String load() throws IOException {
        StringBuilder script = new StringBuilder("(() => { 'use strict'; const modules = { __proto__: null };\n");
        script.append("const primordials = (").append(read(PRIMORDIALS)).append(")();\n");
        for (String module : MODULES) {
            script.append("modules['").append(module).append("'] = (");
            script.append(read(module)).append(")(primordials, modules);\n");
        }
        return script.append("})();").toString();
    }

    private static String read(String module) throws IOException {
        try (InputStream resource = BootstrapScript.class.getResourceAsStream(module + ".js")) {
            if (resource == null) {
                throw new FileNotFoundException("bootstrap module " + module);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
