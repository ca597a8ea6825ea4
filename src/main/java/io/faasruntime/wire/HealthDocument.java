package io.faasruntime.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The answer to {@code GET /health} of a FaaS node. The contract wants {@code status} alone; by the rest a gateway of ours
 * knows one of its own kind and what that can run now.
 *
 * @param own whether the server is one of ours: has {@code return_val} and {@code input}, and says exactly how a run ended
 * @param languages what the server runs, canonical names
 * @param down which of them it cannot run now, and why
 * @param runtime what runs the code, as servers of others call it; empty when nothing is said
 */
public record HealthDocument(boolean own, Set<String> languages, Map<String, String> down, String runtime) {

    private static final String SERVER = "server";
    private static final String OURS = "faas-runtime";
    private static final String LANGUAGES = "languages";
    private static final String DOWN = "down";

    /** What a server tells that tells nothing: any server of the contract, coze-loop's included. */
    public static final HealthDocument FOREIGN = new HealthDocument(false, Set.of(), Map.of(), "");

    public HealthDocument {
        languages = Collections.unmodifiableSet(new LinkedHashSet<>(languages));
        down = Collections.unmodifiableMap(new LinkedHashMap<>(down));
    }

    /** One of our own servers. */
    public HealthDocument(boolean own, Set<String> languages, Map<String, String> down) {
        this(own, languages, down, "");
    }

    /** Whether every language can be run. */
    public boolean healthy() {
        return down.isEmpty();
    }

    public String toJson() {
        JsonArrayBuilder names = JsonText.PROVIDER.createArrayBuilder();
        languages.forEach(names::add);
        JsonObjectBuilder reasons = JsonText.PROVIDER.createObjectBuilder();
        down.forEach(reasons::add);
        return JsonText.write(JsonText.PROVIDER
                .createObjectBuilder()
                .add("status", healthy() ? "healthy" : "unhealthy")
                .add(SERVER, OURS)
                .add(LANGUAGES, names)
                .add(DOWN, reasons)
                .build());
    }

    /** What {@code body} tells; a foreign server may answer anything, which tells nothing. */
    public static HealthDocument read(byte[] body) {
        try {
            if (JsonText.parse(body) instanceof JsonObject json) {
                boolean own = json.get(SERVER) instanceof JsonString server
                        && server.getString().equals(OURS);
                String runtime = json.get("runtime") instanceof JsonString text ? text.getString() : "";
                return new HealthDocument(own, declared(json), down(json), runtime);
            }
        } catch (JsonException e) {
            // Not JSON: nothing is declared.
        }
        return FOREIGN;
    }

    private static Set<String> declared(JsonObject json) {
        Set<String> names = new LinkedHashSet<>();
        if (json.get(LANGUAGES) instanceof JsonArray languages) {
            for (Object language : languages) {
                if (language instanceof JsonString name) {
                    names.add(name.getString());
                }
            }
        }
        return names;
    }

    private static Map<String, String> down(JsonObject json) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (json.get(DOWN) instanceof JsonObject down) {
            down.forEach((name, reason) ->
                    reasons.put(name, reason instanceof JsonString text ? text.getString() : reason.toString()));
        }
        return reasons;
    }
}
