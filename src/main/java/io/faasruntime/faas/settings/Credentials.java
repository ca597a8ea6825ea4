package io.faasruntime.faas.settings;

import java.util.Map;

/** Secret headers of a service. They are sent, and shown nowhere. */
public final class Credentials {

    public static final Credentials NONE = new Credentials(Map.of());

    private final Map<String, String> headers;

    public Credentials(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    /** Values by header name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Names without values. */
    @Override
    public String toString() {
        return "Credentials" + headers.keySet();
    }
}
