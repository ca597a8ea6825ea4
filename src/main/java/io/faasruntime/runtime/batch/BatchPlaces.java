package io.faasruntime.runtime.batch;

import io.faasruntime.api.Batch;
import io.faasruntime.api.BatchRequest;
import io.faasruntime.api.ServiceBusyException;
import io.faasruntime.api.ServiceCall;
import io.faasruntime.config.SettingsReader;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.Config;

/**
 * How many batches there may be at the same time; each has a thread and some memory. Safe for threads.
 *
 * <p>{@code faas-runtime.batch.max-running} (32): of all languages together.
 */
public final class BatchPlaces {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final int most;
    private final Semaphore places;

    private BatchPlaces(int most) {
        this.most = most;
        this.places = new Semaphore(most);
    }

    public static BatchPlaces of(int most) {
        return new BatchPlaces(most);
    }

    /** @throws io.faasruntime.config.InvalidConfigurationException names the key, the value and what is allowed */
    public static BatchPlaces from(Config config) {
        return of(new SettingsReader(config).integer("faas-runtime.batch.max-running", 32, 1, 10_000));
    }

    /** @throws ServiceBusyException if there are too many already */
    public Batch start(BatchRequest request, BatchWork work) {
        if (!places.tryAcquire()) {
            throw new ServiceBusyException(
                    most + " batches are under way, and no more are allowed",
                    ServiceCall.notMade(""),
                    RETRY_AFTER,
                    null);
        }
        try {
            return BatchRun.start(request, work, places::release);
        } catch (Throwable e) {
            places.release();
            throw e;
        }
    }
}
