package io.faasruntime.health;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.spi.HealthCheckResponseProvider;

/** Builds responses without a server: the API alone has no implementation. */
final class RecordedResponse extends HealthCheckResponseBuilder {

    private final Map<String, Object> data = new TreeMap<>();
    private String name = "";
    private boolean up;

    static void install() {
        HealthCheckResponse.setResponseProvider(new Provider());
    }

    @Override
    public HealthCheckResponseBuilder name(String newName) {
        name = newName;
        return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, String value) {
        data.put(key, value);
        return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, long value) {
        data.put(key, value);
        return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, boolean value) {
        data.put(key, value);
        return this;
    }

    @Override
    public HealthCheckResponseBuilder up() {
        return status(true);
    }

    @Override
    public HealthCheckResponseBuilder down() {
        return status(false);
    }

    @Override
    public HealthCheckResponseBuilder status(boolean newUp) {
        up = newUp;
        return this;
    }

    @Override
    public HealthCheckResponse build() {
        HealthCheckResponse.Status status = up ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN;
        return new HealthCheckResponse(name, status, Optional.of(data));
    }

    private static final class Provider implements HealthCheckResponseProvider {
        @Override
        public HealthCheckResponseBuilder createResponseBuilder() {
            return new RecordedResponse();
        }
    }
}
