package io.faasruntime.rest.departure;

import java.util.Collection;
import java.util.Map;

/** Knows the state of connections. */
interface ConnectionTable {

    /** What is known of a connection. */
    enum State {
        /** Both ends may send. */
        OPEN,
        /** The client has closed its end, or both have. */
        CLOSED,
        /** There is no such connection. */
        ABSENT
    }

    /**
     * The states of {@code connections} now; empty when nothing can be known on this system.
     *
     * @return a state for each of them, or nothing
     */
    Map<Connection, State> states(Collection<Connection> connections);
}
