package io.faasruntime.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The identity of this running application, so that an answer can be told from that of another one on the same port. */
@ApplicationScoped
public class ServerInstance {

    /** The response header of the landing page that carries {@link #id()}. */
    public static final String HEADER = "X-Instance-Id";

    private final String id = UUID.randomUUID().toString();

    public String id() {
        return id;
    }
}
