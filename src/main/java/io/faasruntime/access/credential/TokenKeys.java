package io.faasruntime.access.credential;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.faasruntime.config.InvalidConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;

/**
 * The public keys that tokens are checked with.
 *
 * @param source where they are
 */
public record TokenKeys(JWKSource<SecurityContext> source) {

    private static final int FETCH_LIMIT_MS = 2_000;
    private static final int LARGEST_SET_BYTES = 256 << 10;
    private static final int SHORTEST_RSA_BITS = 2_048;
    private static final String ALLOWED =
            "a public key as PEM (RSA of 2048 bits or more, or EC), a JWK or a set of JWKs";

    /** Keys as they stand in a setting or a file: PEM, or JSON, plain or in Base64. */
    static TokenKeys ofText(String setting, String text) {
        try {
            String trimmed = text.strip();
            if (trimmed.startsWith("{")) {
                return ofJson(setting, trimmed);
            }
            byte[] decoded = Base64.getMimeDecoder()
                    .decode(withoutFrame(trimmed).replace('-', '+').replace('_', '/'));
            return decoded.length > 0 && decoded[0] == '{'
                    ? ofJson(setting, new String(decoded, StandardCharsets.UTF_8))
                    : of(setting, new JWKSet(key(decoded)));
        } catch (IllegalArgumentException | GeneralSecurityException | ParseException e) {
            throw invalid(setting);
        }
    }

    /** Keys at an address (fetched when needed and kept for some minutes) or in a file. */
    static TokenKeys ofLocation(String setting, String location) {
        try {
            if (location.matches("(?i)https?://.*")) {
                return new TokenKeys(JWKSourceBuilder.create(
                                URI.create(location).toURL(),
                                new DefaultResourceRetriever(FETCH_LIMIT_MS, FETCH_LIMIT_MS, LARGEST_SET_BYTES))
                        .refreshAheadCache(false)
                        .outageTolerant(true)
                        .retrying(true)
                        .build());
            }
            Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
            return ofText(setting, Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidConfigurationException(
                    setting, location, "an http or https address, or a file that the server can read");
        }
    }

    private static TokenKeys ofJson(String setting, String json) throws ParseException {
        return of(setting, json.contains("\"keys\"") ? JWKSet.parse(json) : new JWKSet(JWK.parse(json)));
    }

    private static TokenKeys of(String setting, JWKSet keys) {
        JWKSet usable = keys.toPublicJWKSet();
        boolean strong = usable.getKeys().stream()
                .allMatch(key -> key instanceof ECKey || key instanceof RSAKey && key.size() >= SHORTEST_RSA_BITS);
        if (usable.isEmpty() || !strong) {
            throw invalid(setting);
        }
        return new TokenKeys(new ImmutableJWKSet<>(usable));
    }

    private static JWK key(byte[] der) throws GeneralSecurityException {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(der);
        try {
            return new RSAKey.Builder(
                            (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec))
                    .build();
        } catch (GeneralSecurityException notRsa) {
            ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
            return new ECKey.Builder(Curve.forECParameterSpec(key.getParams()), key).build();
        }
    }

    /** Environment files have no line breaks: {@code \n} stands for one. */
    private static String withoutFrame(String pem) {
        return pem.replace("\\n", "\n").replaceAll("-----[A-Z ]+-----", "");
    }

    private static InvalidConfigurationException invalid(String setting) {
        return new InvalidConfigurationException(setting, "(not shown)", ALLOWED);
    }
}
