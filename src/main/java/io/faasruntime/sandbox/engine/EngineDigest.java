package io.faasruntime.sandbox.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What makes an installation of an engine the one it is: the files it is made of, this JVM, this system. */
final class EngineDigest {

    /** Characters of a digest. */
    static final int LENGTH = 20;

    private EngineDigest() {}

    /** Reads every file of the engine: tens of megabytes. */
    static String of(Engine engine, ClassLoader loader) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        // Engines keep what they prepare for this JVM and this system beside the files it was made of.
        for (String property : List.of("java.home", "java.vm.version", "os.arch", "os.version")) {
            digest.update(System.getProperty(property, "").getBytes(StandardCharsets.UTF_8));
        }
        for (String resource : engine.resources()) {
            digest.update(resource.getBytes(StandardCharsets.UTF_8));
            try (InputStream in = EngineInstallation.open(loader, resource)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, LENGTH / 2);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
