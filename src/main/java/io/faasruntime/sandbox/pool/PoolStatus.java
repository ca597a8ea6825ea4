package io.faasruntime.sandbox.pool;

/**
 * A pool at one moment.
 *
 * @param idle workers that wait for a run
 * @param busy workers on a run
 * @param starting workers that are not ready yet
 * @param living workers whose process is there, whatever it is doing
 * @param queued runs that wait for a worker
 * @param started workers started since the beginning
 * @param lost workers that ended unasked: died or had to be killed
 * @param problem why no worker can be started; empty when all is well
 * @param engine what the workers say they are; empty before the first one is ready
 * @param isolation what keeps the code in, comma-separated, as the workers report it
 */
public record PoolStatus(
        int idle,
        int busy,
        int starting,
        int living,
        int queued,
        long started,
        long lost,
        String problem,
        String engine,
        String isolation) {

    /** Whether a run sent now would be accepted. */
    public boolean serving() {
        return problem.isEmpty() && living > 0;
    }

    /** Whether a worker is or has been ready. */
    public boolean warm() {
        return !engine.isEmpty();
    }
}
