package io.faasruntime.faas;

import io.opentelemetry.context.Context;

/**
 * Takes the trace of the caller's thread along to a thread of ours, so that the client spans of MicroProfile Telemetry
 * become children of the caller's. Does nothing on a server without that feature.
 */
final class TelemetryContext {

    private static final boolean PRESENT = present();

    private TelemetryContext() {}

    static Runnable carriedBy(Runnable work) {
        return PRESENT ? Carrier.wrap(work) : work;
    }

    private static boolean present() {
        try {
            Class.forName("io.opentelemetry.context.Context", false, TelemetryContext.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Apart, so that OpenTelemetry is only loaded where it is present. */
    private static final class Carrier {

        static Runnable wrap(Runnable work) {
            return Context.current().wrap(work);
        }
    }
}
