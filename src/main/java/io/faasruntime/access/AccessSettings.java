package io.faasruntime.access;

import io.faasruntime.access.credential.KeyRing;
import io.faasruntime.access.credential.TokenSettings;
import io.faasruntime.access.place.HostNames;
import io.faasruntime.access.place.NetworkAddress;
import io.faasruntime.access.place.Origins;
import io.faasruntime.config.SettingsReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Who may come in.
 *
 * @param listensOn the address that the server binds to
 * @param hosts the names of this server
 * @param origins whose pages may call it
 * @param keys the API keys, which may be none
 * @param tokens which tokens count, if any do
 * @param guardedElsewhere whether the operator says that something else keeps strangers away
 * @param details who sees reasons and the state of the workers
 * @param metrics who sees counters
 * @param openApi who sees the OpenAPI document
 * @param sharesBySpace whether callers without a credential are told apart by the {@code space_id} that they send
 */
record AccessSettings(
        String listensOn,
        HostNames hosts,
        Origins origins,
        KeyRing keys,
        Optional<TokenSettings> tokens,
        boolean guardedElsewhere,
        Audience details,
        Audience metrics,
        Audience openApi,
        boolean sharesBySpace) {

    static final String KEYS = "faas-runtime.access.keys";
    static final String KEYS_FILE = "faas-runtime.access.keys-file";
    static final String HOSTS = "faas-runtime.access.hosts";
    static final String ORIGINS = "faas-runtime.access.origins";
    static final String GUARDED = "faas-runtime.access.anybody-may-run-code-because-something-else-guards-this-server";

    private static final String ADDRESS = "address";
    private static final String SPACE = "space_id";

    static AccessSettings from(Config config) {
        SettingsReader settings = new SettingsReader(config);
        KeyRing keys = KeyRing.of(KEYS, settings.list(KEYS))
                .and(settings.text(KEYS_FILE)
                        .map(file -> KeyRing.ofFile(KEYS_FILE, file))
                        .orElse(KeyRing.EMPTY));
        Optional<TokenSettings> tokens = TokenSettings.from(settings);
        boolean authenticates = !keys.isEmpty() || tokens.isPresent();
        Audience admins = authenticates ? Audience.ADMIN : Audience.ANYBODY;
        Audience users = authenticates ? Audience.USER : Audience.ANYBODY;
        return new AccessSettings(
                settings.text("http.host").orElse("localhost"),
                HostNames.of(HOSTS, settings.list(HOSTS)),
                Origins.of(ORIGINS, settings.list(ORIGINS)),
                keys,
                tokens,
                settings.flag(GUARDED, false),
                Audience.read(settings, "faas-runtime.access.details", admins),
                Audience.read(settings, "faas-runtime.access.metrics", admins),
                Audience.read(settings, "faas-runtime.access.openapi", users),
                settings.choice("faas-runtime.access.share-by", ADDRESS, List.of(ADDRESS, SPACE))
                        .equals(SPACE));
    }

    /** Whether callers have to say who they are. */
    boolean authenticates() {
        return !keys.isEmpty() || tokens.isPresent();
    }

    /** Whether somebody without a credential may do everything, for whom the server is at {@code localAddress}. */
    boolean trustsEverybodyAt(String localAddress) {
        return !authenticates() && (guardedElsewhere || NetworkAddress.isLoopback(localAddress));
    }

    /** A key as the environment variable that people set. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
