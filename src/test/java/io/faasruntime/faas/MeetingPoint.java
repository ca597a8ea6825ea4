package io.faasruntime.faas;

import java.io.IOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Answers requests only once a number of them is there at the same time. */
final class MeetingPoint implements Fault {

    private final CyclicBarrier all;

    MeetingPoint(int requests) {
        all = new CyclicBarrier(requests);
    }

    boolean isBroken() {
        return all.isBroken();
    }

    @Override
    public void happen(ServedConnection connection, ReceivedRequest request) throws IOException {
        try {
            all.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IOException("the others did not come", e);
        }
        NO_FAULT.happen(connection, request);
    }
}
