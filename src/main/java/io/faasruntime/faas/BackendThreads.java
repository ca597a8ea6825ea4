package io.faasruntime.faas;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Threads of this backend: named, and made by the server where it offers a factory, so that they know the application
 * they work for. Outside of a server they are plain daemons.
 */
final class BackendThreads {

    private BackendThreads() {}

    static ThreadFactory named(String name) {
        ThreadFactory threads = managed();
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = threads.newThread(work);
            thread.setName(name + "-" + count.incrementAndGet());
            return thread;
        };
    }

    private static ThreadFactory managed() {
        try {
            return InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
        } catch (NamingException e) {
            return work -> {
                Thread thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
            };
        }
    }
}
