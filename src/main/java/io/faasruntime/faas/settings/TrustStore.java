package io.faasruntime.faas.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that https services are checked against, in place of the JVM's own. */
public final class TrustStore {

    private final Path path;
    private final String type;
    private final String password;

    /**
     * @param type as {@link KeyStore#getInstance} takes it
     * @param password empty for a store without one
     */
    public TrustStore(Path path, String type, String password) {
        this.path = path;
        this.type = type;
        this.password = password;
    }

    /** @throws IOException if the store cannot be read */
    public SSLContext sslContext() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream in = Files.newInputStream(path)) {
            store.load(in, password.isEmpty() ? null : password.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    public Path path() {
        return path;
    }

    public String type() {
        return type;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TrustStore[" + path + ", " + type + "]";
    }
}
