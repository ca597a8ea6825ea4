package io.faasruntime.sandbox.engine;

/**
 * What one worker is launched for.
 *
 * @param memoryMb memory limit of the runs it will serve, when that is {@link Engine#memoryFixedAtLaunch() fixed at launch}
 * @param maxRequestBytes the largest request it will be sent, as it is encoded on the pipe
 */
public record WorkerLimits(int memoryMb, long maxRequestBytes) {}
