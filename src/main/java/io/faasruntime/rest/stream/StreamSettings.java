package io.faasruntime.rest.stream;

import io.faasruntime.config.SettingsReader;
import org.eclipse.microprofile.config.Config;

/**
 * How much of the bodies of batches may wait in temporary files.
 *
 * <ul>
 *   <li>{@code faas-runtime.batch.max-body-mb} (1024): a batch in one JSON document, which is read to its end before it begins
 *   <li>{@code faas-runtime.batch.max-ahead-mb} (256): what a batch in lines of JSON may be sent ahead of its runs; whoever sends
 *       more waits
 * </ul>
 */
record StreamSettings(long maxBodyBytes, long maxAheadBytes) {

    /** @throws io.faasruntime.config.InvalidConfigurationException names the key, the value and what is allowed */
    static StreamSettings from(Config config) {
        SettingsReader settings = new SettingsReader(config);
        return new StreamSettings(
                settings.number("faas-runtime.batch.max-body-mb", 1024, 1, 1 << 20) << 20,
                settings.number("faas-runtime.batch.max-ahead-mb", 256, 1, 1 << 20) << 20);
    }
}
