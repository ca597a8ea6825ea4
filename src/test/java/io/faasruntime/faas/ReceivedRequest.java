package io.faasruntime.faas;

import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import java.util.Map;

/** A request as the server got it; header names in lower case. */
record ReceivedRequest(String method, String path, Map<String, String> headers, String body) {

    JsonObject json() {
        return JsonText.parse(body).asJsonObject();
    }
}
