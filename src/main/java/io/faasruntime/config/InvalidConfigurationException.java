package io.faasruntime.config;

/** A setting cannot be used. The message names the key, the value and what is allowed. */
public final class InvalidConfigurationException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public InvalidConfigurationException(String key, String value, String allowed) {
        super("configuration key " + key + " is '" + value + "'; allowed: " + allowed);
    }
}
