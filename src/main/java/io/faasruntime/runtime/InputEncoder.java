package io.faasruntime.runtime;

import io.faasruntime.api.RawJson;
import io.faasruntime.wire.JsonFragment;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;

/** Writes the {@code input} of a request as JSON text. Safe for threads. */
final class InputEncoder {

    private final Jsonb jsonb;

    InputEncoder(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    /**
     * @throws jakarta.json.bind.JsonbException if {@code input} cannot be mapped
     * @throws jakarta.json.JsonException if it is {@link RawJson} and no JSON
     */
    String encode(Object input) {
        if (input instanceof RawJson raw) {
            JsonText.check(raw.text());
            return raw.text();
        }
        if (input instanceof JsonFragment json) {
            return json.text();
        }
        // JSON-B would take the scalar values of JSON-P for beans.
        return input instanceof JsonValue value ? value.toString() : jsonb.toJson(input);
    }
}
