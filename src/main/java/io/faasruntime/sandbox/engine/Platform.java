package io.faasruntime.sandbox.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What this machine is, as far as engines care. */
final class Platform {

    private static final Set<String> X64 = Set.of("amd64", "x86_64");

    private Platform() {}

    /** Why {@code what}, which there is for Linux on x86-64 only, cannot run here; empty when it can. */
    static Optional<String> requireLinuxX64(String what) {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        boolean fits = system.toLowerCase(Locale.ROOT).contains("linux") && X64.contains(processor);
        return fits
                ? Optional.empty()
                : Optional.of(what + " runs on Linux x86-64 only, and this is " + system + " " + processor
                        + "; configure a FaaS service for its languages");
    }
}
