package io.faasruntime.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.MapConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessSettingsTest {

    private static final String KEYS = "a:runtime-user:" + "0".repeat(64) + ",b:runtime-admin:" + "1".repeat(64);

    private static AccessSettings settings(Map<String, String> values) {
        return AccessSettings.from(MapConfig.of(values));
    }

    @Test
    void withoutAnySettingOnesOwnMachineMayDoEverything() {
        AccessSettings settings = settings(Map.of());
        assertFalse(settings.authenticates());
        assertTrue(settings.trustsEverybodyAt("127.0.0.1"));
        assertTrue(settings.trustsEverybodyAt("0:0:0:0:0:0:0:1"));
        assertFalse(settings.trustsEverybodyAt("10.0.0.7"));
        assertEquals(Audience.ANYBODY, settings.details());
        assertEquals("localhost", settings.listensOn());
        assertFalse(settings.sharesBySpace());
    }

    @Test
    void everythingCanBeSet() {
        AccessSettings settings = settings(Map.of(
                "http.host",
                "*",
                AccessSettings.KEYS,
                KEYS,
                AccessSettings.HOSTS,
                "node.example",
                AccessSettings.ORIGINS,
                "https://app.example, http://localhost:3000",
                "faas-runtime.access.details",
                "runtime-user",
                "faas-runtime.access.metrics",
                "anybody",
                "faas-runtime.access.openapi",
                "RUNTIME-ADMIN",
                "faas-runtime.access.share-by",
                "space_id"));
        assertTrue(settings.authenticates());
        assertFalse(settings.trustsEverybodyAt("127.0.0.1"));
        assertTrue(settings.hosts().accept("node.example", "10.0.0.7"));
        assertTrue(settings.origins().accept("http://localhost:3000", "node.example"));
        assertEquals(Audience.USER, settings.details());
        assertEquals(Audience.ANYBODY, settings.metrics());
        assertEquals(Audience.ADMIN, settings.openApi());
        assertTrue(settings.sharesBySpace());
    }

    @Test
    void theGuardInFrontHasToBeNamedInFull() {
        assertTrue(settings(Map.of(AccessSettings.GUARDED, "true")).trustsEverybodyAt("10.0.0.7"));
        assertFalse(settings(Map.of(AccessSettings.GUARDED, "true", AccessSettings.KEYS, KEYS))
                .trustsEverybodyAt("10.0.0.7"));
    }

    @Test
    void whatCannotBeUsedIsRefused() {
        for (Map<String, String> wrong : java.util.List.of(
                Map.of(AccessSettings.KEYS, "a"),
                Map.of(AccessSettings.KEYS_FILE, "/no/such/file"),
                Map.of(AccessSettings.HOSTS, "http://a"),
                Map.of(AccessSettings.ORIGINS, "*"),
                Map.of(AccessSettings.ORIGINS, "https://a/b"),
                Map.of(AccessSettings.GUARDED, "yes"),
                Map.of("faas-runtime.access.details", "root"),
                Map.of("mp.jwt.verify.issuer", "i"),
                Map.of("mp.jwt.verify.publickey", "x", "mp.jwt.verify.issuer", "i", "mp.jwt.verify.audiences", "a"),
                Map.of("mp.jwt.verify.publickey.location", "http://a", "mp.jwt.verify.issuer", "i"))) {
            assertThrows(InvalidConfigurationException.class, () -> settings(wrong), wrong.toString());
        }
    }
}
