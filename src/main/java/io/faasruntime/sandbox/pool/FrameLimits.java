package io.faasruntime.sandbox.pool;

import io.faasruntime.config.ExecutionPolicy;

/**
 * How large messages between the server and a worker can become. It follows from what a run may bring and return; workers
 * take what the server sends.
 *
 * @param maxRequestBytes the largest payload the server sends
 * @param maxAnswerBytes the largest payload a worker may send
 */
public record FrameLimits(int maxRequestBytes, int maxAnswerBytes) {

    /** Fields other than the large ones, and the largest chunk of output that a worker sends at a time. */
    private static final int OVERHEAD_BYTES = 4 << 20;
    /** A character of ASCII is one byte of UTF-8, and two on the pipe. */
    private static final int PIPE_BYTES_PER_BYTE = 2;

    public static FrameLimits of(ExecutionPolicy policy) {
        return new FrameLimits(
                bytes(policy.maxCodeBytes() + policy.maxInputBytes()), OVERHEAD_BYTES + bytes(policy.maxResultBytes()));
    }

    private static int bytes(long utf8Bytes) {
        return Math.toIntExact(PIPE_BYTES_PER_BYTE * utf8Bytes);
    }
}
