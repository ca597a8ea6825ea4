package io.faasruntime.v8worker.v8;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Digests and HMACs of the JDK, for crypto.subtle. One computation at a time: begin, any number of updates, end. Bytes are
 * characters up to {@code \u00ff}. Whatever is asked for in the wrong order or by an unknown name gives an empty answer.
 */
final class Digests {

    private @Nullable Consumer<byte[]> update;
    private @Nullable Supplier<byte[]> end;

    /** @param key of an HMAC; null for a plain digest */
    void begin(String algorithm, @Nullable String key) {
        update = null;
        end = null;
        try {
            if (key == null) {
                MessageDigest digest = MessageDigest.getInstance(algorithm);
                update = digest::update;
                end = digest::digest;
            } else {
                Mac mac = Mac.getInstance(algorithm);
                mac.init(new SecretKeySpec(bytes(key), algorithm));
                update = mac::update;
                end = mac::doFinal;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Only code that has got hold of the door can ask for such a thing.
        }
    }

    void update(String data) {
        if (update != null) {
            update.accept(bytes(data));
        }
    }

    String end() {
        String result = end == null ? "" : new String(end.get(), StandardCharsets.ISO_8859_1);
        update = null;
        end = null;
        return result;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
