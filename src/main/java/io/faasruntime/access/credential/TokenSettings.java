package io.faasruntime.access.credential;

import com.nimbusds.jose.JWSAlgorithm;
import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.SettingsReader;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which JSON web tokens count, by the keys of MicroProfile JWT.
 *
 * @param issuer the only {@code iss}
 * @param audiences one of them has to be in {@code aud}
 * @param algorithms how a token may be signed; public keys only
 * @param keys what it is signed with
 * @param clockSkew how far clocks may differ
 */
public record TokenSettings(
        String issuer, Set<String> audiences, Set<JWSAlgorithm> algorithms, TokenKeys keys, Duration clockSkew) {

    private static final String PREFIX = "mp.jwt.verify.";
    private static final String ISSUER = PREFIX + "issuer";
    private static final String AUDIENCES = PREFIX + "audiences";
    private static final String KEY = PREFIX + "publickey";
    private static final String LOCATION = PREFIX + "publickey.location";
    private static final String ALGORITHM = PREFIX + "publickey.algorithm";
    private static final List<String> ALLOWED =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    public static Optional<TokenSettings> from(SettingsReader settings) {
        Optional<String> key = settings.text(KEY);
        Optional<String> location = settings.text(LOCATION);
        Optional<String> issuer = settings.text(ISSUER);
        List<String> audiences = settings.list(AUDIENCES);
        if (key.isEmpty() && location.isEmpty() && issuer.isEmpty() && audiences.isEmpty()) {
            return Optional.empty();
        }
        if (key.isPresent() == location.isPresent()) {
            throw new InvalidConfigurationException(
                    KEY, key.isPresent() ? "(set)" : "", "this key or " + LOCATION + ", one of the two");
        }
        if (audiences.isEmpty()) {
            throw new InvalidConfigurationException(AUDIENCES, "", "what tokens for this server have in aud");
        }
        return Optional.of(new TokenSettings(
                issuer.orElseThrow(() -> new InvalidConfigurationException(ISSUER, "", "the iss of the tokens")),
                Set.copyOf(audiences),
                algorithms(settings),
                key.map(text -> TokenKeys.ofText(KEY, text))
                        .orElseGet(() -> TokenKeys.ofLocation(LOCATION, location.orElseThrow())),
                Duration.ofSeconds(settings.number(PREFIX + "clock.skew", 5, 0, 300))));
    }

    private static Set<JWSAlgorithm> algorithms(SettingsReader settings) {
        Set<JWSAlgorithm> algorithms = new LinkedHashSet<>();
        for (String name : settings.list(ALGORITHM)) {
            if (!ALLOWED.contains(name)) {
                throw new InvalidConfigurationException(ALGORITHM, name, String.join(", ", ALLOWED));
            }
            algorithms.add(JWSAlgorithm.parse(name));
        }
        return algorithms.isEmpty() ? Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256) : Set.copyOf(algorithms);
    }
}
