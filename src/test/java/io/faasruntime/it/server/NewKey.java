package io.faasruntime.it.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A key as the shipped command makes it.
 *
 * @param key what a caller sends
 * @param line what the server is told
 */
public record NewKey(String key, String line) {

    private static final String SETTING = "FAAS_RUNTIME_ACCESS_KEYS=";

    public static NewKey make(String name, String roles, String... end) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "server-config/NewKey.java",
                name,
                roles));
        command.addAll(List.of(end));
        Process process = new ProcessBuilder(command).start();
        String key = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String line = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(line);
        }
        return new NewKey(key, line.substring(line.indexOf(SETTING) + SETTING.length()));
    }
}
