package io.faasruntime.faas.cozeloop;

import io.faasruntime.api.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One program among those in {@code cozeloop/programs-<language>.txt}. */
record SampleProgram(Language language, String name, String code) {

    static List<SampleProgram> of(Language language) {
        List<SampleProgram> programs = new ArrayList<>();
        String all = JavaScriptServer.resource("programs-" + language.name() + ".txt");
        Arrays.stream(all.split("(?m)^=== ")).filter(text -> !text.isEmpty()).forEach(text -> {
            int end = text.indexOf('\n');
            programs.add(new SampleProgram(language, text.substring(0, end), text.substring(end + 1)));
        });
        return programs;
    }

    @Override
    public String toString() {
        return language + "/" + name;
    }
}
