package io.faasruntime.access.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An API key as the operator writes it down: {@code name:role+role:sha256}, or with the day from which on it does not count
 * any more, {@code name:role:sha256:2027-01-31}. The key itself is nowhere: it is random and long, so that a plain hash of it
 * cannot be turned back.
 *
 * @param name whose it is
 * @param roles what it opens
 * @param hash SHA-256 of the key
 * @param end when it stops to count, if it does
 */
public record ApiKey(String name, Set<Role> roles, Hash hash, Optional<Instant> end) {

    static final String FORM = "name:role+role:SHA-256 of the key in 64 hexadecimal digits, and after another colon the"
            + " day it ends, if it does (2027-01-31); roles are " + Role.names();

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final int PARTS = 3;

    public ApiKey {
        roles = Set.copyOf(roles);
    }

    /** The key that {@code line} describes; empty if it describes none. */
    static Optional<ApiKey> parse(String line) {
        String[] parts = line.strip().split(":", -1);
        boolean wellFormed = (parts.length == PARTS || parts.length == PARTS + 1)
                && NAME.matcher(parts[0]).matches()
                && SHA_256.matcher(parts[2]).matches();
        if (!wellFormed) {
            return Optional.empty();
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : parts[1].split("\\+", -1)) {
            Optional<Role> role = Role.named(name.strip());
            if (role.isEmpty()) {
                return Optional.empty();
            }
            roles.add(role.get());
        }
        try {
            Optional<Instant> end = parts.length == PARTS
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(parts[PARTS])
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant());
            return Optional.of(
                    new ApiKey(parts[0], roles, new Hash(HexFormat.of().parseHex(parts[2])), end));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public boolean hasEnded(Instant now) {
        return end.isPresent() && !now.isBefore(end.get());
    }

    /** SHA-256 of a key; compared in a time that says nothing of where two differ. */
    static final class Hash {

        private final byte[] bytes;

        private Hash(byte[] bytes) {
            this.bytes = bytes;
        }

        static Hash ofKey(String key) {
            try {
                return new Hash(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
