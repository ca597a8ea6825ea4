package io.faasruntime.it;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One snippet of the validation corpus.
 *
 * @param name what is right or wrong with it
 * @param position line:column of the first error; empty for valid code
 * @param code without the line break before the next marker
 */
record ValidationSnippet(String name, String position, String code) {

    private static final Pattern MARKER =
            Pattern.compile("^--- (?:valid|invalid (\\d+:\\d+)): (.+)\\n", Pattern.MULTILINE);

    /** Every snippet in the files of {@code folder}. */
    static List<ValidationSnippet> in(Path folder) throws IOException {
        List<ValidationSnippet> snippets = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.txt")) {
            for (Path file : files) {
                add(snippets, Files.readString(file));
            }
        }
        return snippets;
    }

    private static void add(List<ValidationSnippet> snippets, String text) {
        Matcher marker = MARKER.matcher(text);
        boolean found = marker.find();
        while (found) {
            String position = marker.group(1) == null ? "" : marker.group(1);
            String name = marker.group(2);
            int start = marker.end();
            found = marker.find();
            int end = found ? marker.start() : text.length();
            snippets.add(new ValidationSnippet(name, position, text.substring(start, end - 1)));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
