package io.faasruntime.faas.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.MapConfig;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaasSettingsTest {

    private static final String PYTHON_URL = "COZE_LOOP_PYTHON_FAAS_URL";
    private static final Language LUA = Language.of("lua");

    @TempDir
    Path folder;

    private static FaasSettings settings(String... settings) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return FaasSettings.from(MapConfig.of(values));
    }

    @Test
    void nothingIsServedByDefault() {
        FaasSettings settings = settings(PYTHON_URL, "  ");
        assertTrue(Language.BUILT_IN.stream()
                .allMatch(language -> settings.service(language).isEmpty()));
        assertEquals(256, settings.poolSize());
        assertEquals(List.of(), settings.languages());
    }

    @Test
    void aServiceHasDefaults() {
        ServiceSettings service =
                settings(PYTHON_URL, "http://a:8000/").service(Language.PYTHON).orElseThrow();
        assertEquals(List.of(URI.create("http://a:8000")), service.nodes());
        assertEquals(RetrySettings.DEFAULT, service.retry());
        assertEquals(BreakerSettings.DEFAULT, service.breaker());
        assertEquals(ProbeSettings.DEFAULT, service.probe());
        assertEquals(Duration.ofSeconds(2), service.connectTimeout());
        assertEquals(Duration.ofSeconds(1), service.grace());
        assertEquals(Duration.ofSeconds(15), service.idleTime());
        assertEquals(10 << 20, service.maxResponseBytes(SandboxConfig.DEFAULT));
        assertEquals(Map.of(), service.credentials().headers());
        assertNull(service.trustStore());
    }

    @Test
    void everythingCanBeSet() throws Exception {
        Path store = folder.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            KeyStore empty = KeyStore.getInstance("PKCS12");
            empty.load(null, null);
            empty.store(out, "opened".toCharArray());
        }
        FaasSettings settings = settings(
                PYTHON_URL,
                "http://a:8000, https://b:8443/faas",
                "COZE_LOOP_JS_FAAS_DOMAIN",
                "js.local",
                "COZE_LOOP_JS_FAAS_PORT",
                "8002",
                "COZE_LOOP_FAAS_URL",
                "http://all:8000",
                "COZE_LOOP_LUA_FAAS_URL",
                "http://lua:8000",
                "faas-runtime.faas.languages",
                "ruby",
                "faas-runtime.faas.lua.aliases",
                "lua5, luajit",
                "faas-runtime.faas.pool-size",
                "7",
                "faas-runtime.faas.attempts",
                "5",
                "faas-runtime.faas.python.attempts",
                "2",
                "faas-runtime.faas.delay-ms",
                "11",
                "faas-runtime.faas.jitter-ms",
                "12",
                "faas-runtime.faas.breaker-volume",
                "13",
                "faas-runtime.faas.breaker-ratio",
                "0.25",
                "faas-runtime.faas.breaker-delay-ms",
                "14",
                "faas-runtime.faas.probe-interval-ms",
                "150",
                "faas-runtime.faas.probe-timeout-ms",
                "16",
                "faas-runtime.faas.connect-timeout-ms",
                "17",
                "faas-runtime.faas.deadline-grace-ms",
                "18",
                "faas-runtime.faas.idle-time-ms",
                "19",
                "faas-runtime.faas.max-response-bytes",
                "20",
                "faas-runtime.faas.token",
                "t0ken",
                "faas-runtime.faas.header-name",
                "X-Api-Key",
                "faas-runtime.faas.header-value",
                "k3y",
                "faas-runtime.faas.trust-store-path",
                store.toString(),
                "faas-runtime.faas.trust-store-type",
                "PKCS12",
                "faas-runtime.faas.trust-store-password",
                "opened");
        ServiceSettings python = settings.service(Language.PYTHON).orElseThrow();
        assertEquals(List.of(URI.create("http://a:8000"), URI.create("https://b:8443/faas")), python.nodes());
        assertEquals(new RetrySettings(2, Duration.ofMillis(11), Duration.ofMillis(12)), python.retry());
        assertEquals(new BreakerSettings(13, 0.25, Duration.ofMillis(14)), python.breaker());
        assertEquals(new ProbeSettings(Duration.ofMillis(150), Duration.ofMillis(16)), python.probe());
        assertEquals(Duration.ofMillis(17), python.connectTimeout());
        assertEquals(Duration.ofMillis(18), python.grace());
        assertEquals(Duration.ofMillis(19), python.idleTime());
        assertEquals(20, python.maxResponseBytes(SandboxConfig.DEFAULT));
        assertEquals(
                Map.of("Authorization", "Bearer t0ken", "X-Api-Key", "k3y"),
                python.credentials().headers());
        assertEquals(store, python.trustStore().path());
        assertEquals(7, settings.poolSize());

        assertEquals(
                5, settings.service(Language.JAVASCRIPT).orElseThrow().retry().attempts());
        assertEquals(List.of(URI.create("http://js.local:8002")), nodes(settings, Language.JAVASCRIPT));
        assertEquals(List.of(URI.create("http://js.local:8002")), nodes(settings, Language.TYPESCRIPT));
        assertEquals(List.of(URI.create("http://lua:8000")), nodes(settings, LUA));
        assertEquals(List.of(URI.create("http://all:8000")), nodes(settings, Language.of("ruby")));
        assertEquals(
                List.of("lua", "ruby"),
                settings.languages().stream().map(Language::name).toList());
        assertTrue(settings.languages().get(0).isNamed("LuaJIT"));
    }

    private static List<URI> nodes(FaasSettings settings, Language language) {
        return settings.service(language).orElseThrow().nodes();
    }

    @Test
    void secretsAreShownNowhere() {
        FaasSettings settings = settings(
                PYTHON_URL,
                "http://a:8000",
                "faas-runtime.faas.token",
                "t0ken",
                "faas-runtime.faas.header-name",
                "X-Api-Key",
                "faas-runtime.faas.header-value",
                "k3y");
        assertFalse(settings.toString().contains("t0ken"), settings.toString());
        assertFalse(settings.toString().contains("k3y"), settings.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COZE_LOOP_PYTHON_FAAS_URL | ftp://a",
                "COZE_LOOP_PYTHON_FAAS_URL | http://a:8000,nonsense",
                "COZE_LOOP_FAAS_URL | http://a/?q=1",
                "COZE_LOOP_PYTHON_FAAS_PORT | 70000",
                "COZE_LOOP_PYTHON_FAAS_PORT | ''",
                "faas-runtime.faas.languages | 'not a name'",
                "faas-runtime.faas.pool-size | 0",
                "faas-runtime.faas.attempts | 0",
                "faas-runtime.faas.python.attempts | many",
                "faas-runtime.faas.delay-ms | -1",
                "faas-runtime.faas.breaker-volume | 1",
                "faas-runtime.faas.breaker-ratio | 0",
                "faas-runtime.faas.breaker-ratio | 1.5",
                "faas-runtime.faas.probe-interval-ms | 1",
                "faas-runtime.faas.connect-timeout-ms | 0",
                "faas-runtime.faas.idle-time-ms | 0",
                "faas-runtime.faas.max-response-bytes | 0",
                "faas-runtime.faas.header-name | Host",
                "faas-runtime.faas.trust-store-path | /does/not/exist"
            })
    void aViolationNamesItsKey(String key, String value) {
        Map<String, String> values = new HashMap<>(Map.of(
                "COZE_LOOP_JS_FAAS_URL", "http://js:8000",
                "COZE_LOOP_PYTHON_FAAS_DOMAIN", "python.local",
                "COZE_LOOP_PYTHON_FAAS_PORT", "8000",
                "faas-runtime.faas.header-value", "k3y",
                "faas-runtime.faas.header-name", "X-Api-Key"));
        values.put(key, value);
        InvalidConfigurationException violation =
                assertThrows(InvalidConfigurationException.class, () -> FaasSettings.from(MapConfig.of(values)));
        assertTrue(violation.getMessage().contains(key), violation.getMessage());
        assertFalse(violation.getMessage().contains("k3y"), violation.getMessage());
    }

    @Test
    void anAddressWithAPasswordIsRefusedWithoutShowingIt() {
        InvalidConfigurationException violation = assertThrows(
                InvalidConfigurationException.class, () -> settings(PYTHON_URL, "http://me:s3cret@a:8000"));
        assertTrue(violation.getMessage().contains(PYTHON_URL));
        assertFalse(violation.getMessage().contains("s3cret"));
    }

    @Test
    void anyNumberOfLanguagesCanBeAdded() {
        String names = "l1,l2,l3,l4,l5,l6,l7,l8,l9,l10,l11,l12,l13,l14,l15,l16,l17,l18,l19,l20";
        FaasSettings settings = settings("COZE_LOOP_FAAS_URL", "http://a:8000", "faas-runtime.faas.languages", names);
        assertEquals(20, settings.languages().size());
        assertTrue(settings.languages().stream()
                .allMatch(language -> settings.service(language).isPresent()));
    }
}
