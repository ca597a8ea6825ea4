package io.faasruntime.faas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * A server of the contract on loopback that can do every fault by name. Health probes are answered well unless told
 * otherwise; runs get one {@link Fault} after the other, the last one for ever.
 */
final class MisbehavingServer implements AutoCloseable {

    private final ServerSocket listener;
    private final boolean tls;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<ReceivedRequest> runs = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch aborted = new CountDownLatch(1);
    private final Semaphore arrived = new Semaphore(0);
    private final AtomicInteger closedAfterRun = new AtomicInteger();
    private volatile Fault health = Fault.HEALTHY;

    MisbehavingServer(Fault... faults) {
        this(ServerSocketFactory.getDefault(), false, faults);
    }

    MisbehavingServer(ServerSocketFactory sockets, boolean tls, Fault... faults) {
        this.tls = tls;
        this.faults.addAll(List.of(faults));
        try {
            listener = sockets.createServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    URI address() {
        return URI.create((tls ? "https" : "http") + "://"
                + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
    }

    /** What health probes get from now on. */
    MisbehavingServer health(Fault answer) {
        health = answer;
        return this;
    }

    /** The requests to run code, in the order of their arrival. */
    List<ReceivedRequest> runs() {
        return runs;
    }

    int connectionCount() {
        return connections.size();
    }

    /** Waits until the client has broken off a request; false when it has not after some seconds. */
    boolean awaitAbort() throws InterruptedException {
        return aborted.await(5, TimeUnit.SECONDS);
    }

    /** Waits for the arrival of {@code count} runs. */
    void awaitRuns(int count) throws InterruptedException {
        if (!arrived.tryAcquire(count, 10, TimeUnit.SECONDS)) {
            throw new AssertionError("no request has arrived");
        }
    }

    /** Waits until this server has closed the connections of {@code count} runs. */
    synchronized void awaitClosed(int count) throws InterruptedException {
        while (closedAfterRun.get() < count) {
            wait(100);
        }
    }

    private synchronized void closed() {
        closedAfterRun.incrementAndGet();
        notifyAll();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        boolean ran = false;
        try (socket) {
            ServedConnection connection = new ServedConnection(socket, aborted);
            while (true) {
                ReceivedRequest request = connection.read();
                Fault fault = health;
                if (request.path().endsWith("/run_code")) {
                    runs.add(request);
                    arrived.release();
                    ran = true;
                    fault = next();
                }
                fault.happen(connection, request);
            }
        } catch (IOException e) {
            // The connection has ended, by its client's will or the fault's.
        }
        if (ran) {
            closed();
        }
    }

    private Fault next() {
        synchronized (faults) {
            return faults.size() > 1 ? faults.remove() : faults.element();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "misbehaving-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
