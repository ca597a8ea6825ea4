package io.faasruntime.faas.settings;

import io.faasruntime.api.Language;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.SettingsReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Which services there are and how they are called. Read once, checked at start-up.
 *
 * <ul>
 *   <li>{@code COZE_LOOP_<LANGUAGE>_FAAS_URL}: base addresses of that language's service, comma-separated. {@code
 *       <LANGUAGE>} is the language's name in upper case, with {@code _} for everything that is not a letter or digit.
 *       The one for {@code JS} serves {@code ts} as well.
 *   <li>{@code COZE_LOOP_<LANGUAGE>_FAAS_DOMAIN} and {@code _PORT}: the same in coze-loop's deployment form.
 *   <li>{@code COZE_LOOP_FAAS_URL}: a service for every language that has none of its own.
 *   <li>{@code faas-runtime.faas.languages}: further languages that the service in {@code COZE_LOOP_FAAS_URL} runs. A
 *       language with a service of its own need not be listed.
 *   <li>{@code faas-runtime.faas.<language>.aliases}: other names of such a language, comma-separated.
 *   <li>{@code faas-runtime.faas.pool-size} (256): calls at the same time, all languages together; as many again wait.
 *   <li>the keys of {@link ServiceSettings}, for all languages or for one.
 * </ul>
 *
 * @param services by language as it stands in the keys: lower case, {@code _} for special characters
 * @param shared for languages without a service of their own, or null
 * @param languages what configuration adds to the built-in languages
 * @param poolSize how many calls there may be at the same time
 */
public record FaasSettings(
        Map<String, ServiceSettings> services,
        @Nullable ServiceSettings shared,
        List<Language> languages,
        int poolSize) {

    private static final String SHARED_URL = "COZE_LOOP_FAAS_URL";
    private static final String LANGUAGES = "faas-runtime.faas.languages";
    private static final Pattern SERVICE_KEY = Pattern.compile("COZE_LOOP_([A-Z0-9_]+)_FAAS_(?:URL|DOMAIN)");
    private static final Pattern LANGUAGE_KEY = Pattern.compile("faas-runtime\\.faas\\.([^.]+)\\.[^.]+");

    /** Languages whose service also runs another one. */
    private static final Map<String, String> SERVED_BY = Map.of(Language.TYPESCRIPT.name(), Language.JAVASCRIPT.name());

    public FaasSettings {
        services = Map.copyOf(services);
        languages = List.copyOf(languages);
    }

    /** @throws InvalidConfigurationException names the key, the value and what is allowed */
    public static FaasSettings from(Config config) {
        SettingsReader settings = new SettingsReader(config);
        long largestResult = ExecutionPolicy.from(config).maxResultBytes();
        List<URI> sharedNodes = addresses(settings, SHARED_URL);
        Map<String, ServiceSettings> services = new TreeMap<>();
        List<String> listed = settings.list(LANGUAGES);
        for (String language : keys(config, listed)) {
            List<URI> own = ownNodes(settings, language);
            List<URI> nodes = own.isEmpty() ? sharedNodes : own;
            if (!nodes.isEmpty()) {
                services.put(language, ServiceSettings.read(settings, language, nodes, largestResult));
            }
        }
        return new FaasSettings(
                services,
                sharedNodes.isEmpty() ? null : ServiceSettings.read(settings, "", sharedNodes, largestResult),
                added(settings, listed, services.keySet()),
                settings.integer("faas-runtime.faas.pool-size", 256, 1, 10_000));
    }

    /** The service of {@code language}; empty when there is none. */
    public Optional<ServiceSettings> service(Language language) {
        ServiceSettings own = services.get(keyOf(language));
        return Optional.ofNullable(own == null ? shared : own);
    }

    /** {@code language} as it stands in the keys, in lower case. */
    public static String keyOf(Language language) {
        return keyOf(language.name());
    }

    private static String keyOf(String name) {
        return name.replaceAll("[^a-z0-9]", "_");
    }

    /** Listed languages under the names they are listed by, the others under the names in their keys. */
    private static List<Language> added(SettingsReader settings, List<String> listed, Set<String> serviceKeys) {
        Map<String, Language> added = new TreeMap<>();
        for (String name : listed) {
            Language language = language(settings, LANGUAGES, name);
            added.put(keyOf(language), language);
        }
        for (String key : serviceKeys) {
            added.computeIfAbsent(
                    key, name -> language(settings, "COZE_LOOP_" + key.toUpperCase(Locale.ROOT) + "_FAAS_URL", name));
        }
        added.values().removeAll(Language.BUILT_IN);
        return List.copyOf(added.values());
    }

    private static Language language(SettingsReader settings, String key, String name) {
        try {
            String lower = name.toLowerCase(Locale.ROOT);
            List<String> aliases = settings.list("faas-runtime.faas." + keyOf(lower) + ".aliases");
            return Language.of(name, aliases.toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException(key, name, String.valueOf(e.getMessage()));
        }
    }

    private static TreeSet<String> keys(Config config, List<String> listed) {
        TreeSet<String> languages = new TreeSet<>();
        Language.BUILT_IN.forEach(language -> languages.add(keyOf(language)));
        listed.forEach(name -> languages.add(keyOf(name.toLowerCase(Locale.ROOT))));
        for (String name : config.getPropertyNames()) {
            Matcher service = SERVICE_KEY.matcher(name);
            if (service.matches()) {
                languages.add(service.group(1).toLowerCase(Locale.ROOT));
            }
            Matcher own = LANGUAGE_KEY.matcher(name);
            if (own.matches()) {
                languages.add(own.group(1));
            }
        }
        return languages;
    }

    private static List<URI> ownNodes(SettingsReader settings, String language) {
        String prefix = "COZE_LOOP_" + language.toUpperCase(Locale.ROOT) + "_FAAS_";
        List<URI> nodes = addresses(settings, prefix + "URL");
        if (nodes.isEmpty()) {
            nodes = domain(settings, prefix);
        }
        String other = SERVED_BY.get(language);
        return nodes.isEmpty() && other != null ? ownNodes(settings, other) : nodes;
    }

    private static List<URI> domain(SettingsReader settings, String prefix) {
        Optional<String> domain = settings.text(prefix + "DOMAIN");
        if (domain.isEmpty()) {
            return List.of();
        }
        int port = settings.integer(prefix + "PORT", 0, 1, 65_535);
        if (port == 0) {
            throw new InvalidConfigurationException(prefix + "PORT", "", "a port, when the domain is set");
        }
        return List.of(address(prefix + "DOMAIN", "http://" + domain.get() + ":" + port));
    }

    private static List<URI> addresses(SettingsReader settings, String key) {
        List<URI> addresses = new ArrayList<>();
        for (String value : settings.list(key)) {
            addresses.add(address(key, value));
        }
        return addresses;
    }

    /** Addresses are shown in logs, health checks and errors: they must not hold credentials. */
    private static URI address(String key, String value) {
        if (value.indexOf('@') >= 0) {
            throw new InvalidConfigurationException(
                    key, "***", "an address without user and password; use faas-runtime.faas.token or header-name");
        }
        URI address = SettingsReader.httpAddress(key, value);
        String text = address.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address;
    }
}
