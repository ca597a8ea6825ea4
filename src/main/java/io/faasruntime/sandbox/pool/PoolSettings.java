package io.faasruntime.sandbox.pool;

import java.time.Duration;

/**
 * Settings of a pool.
 *
 * @param workers child processes per engine
 * @param maxQueue runs that may wait for a worker, per engine; more are refused
 * @param maxRunsPerWorker after so many runs a worker is replaced by a new one
 * @param startTimeout how long a worker may take until it is ready
 * @param killGrace how long after its time limit a run may end by itself before its process is killed
 */
public record PoolSettings(
        int workers, int maxQueue, int maxRunsPerWorker, Duration startTimeout, Duration killGrace) {}
