package io.faasruntime.faas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.ServiceUnavailableException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate that it has signed itself. */
class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final Duration PLENTY = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void aCertificateThatNobodyKnowsIsNotTrusted() throws Exception {
        try (MisbehavingServer server = new MisbehavingServer(selfSigned(), true, Fault.NO_FAULT)) {
            FaasBackend backend =
                    Calls.backend("COZE_LOOP_PYTHON_FAAS_URL", server.address().toString());
            try {
                ServiceUnavailableException failure = assertThrows(
                        ServiceUnavailableException.class, () -> Calls.run(backend, Calls.python("print(1)", PLENTY)));
                assertFalse(failure.retryable(), "trying again does not help");
                assertEquals(1, failure.attempts());
                assertEquals(0, server.runs().size());
            } finally {
                backend.stop();
            }
        }
    }

    @Test
    void aCertificateInTheTrustStoreIsTrusted() throws Exception {
        ServerSocketFactory sockets = selfSigned();
        try (MisbehavingServer server = new MisbehavingServer(sockets, true, Fault.NO_FAULT)) {
            FaasBackend backend = Calls.backend(
                    "COZE_LOOP_PYTHON_FAAS_URL", server.address().toString(),
                    "faas-runtime.faas.trust-store-path",
                            folder.resolve("store.p12").toString(),
                    "faas-runtime.faas.trust-store-password", PASSWORD);
            try {
                assertEquals(
                        ExecutionStatus.SUCCESS,
                        Calls.run(backend, Calls.python("print(1)", PLENTY)).status());
            } finally {
                backend.stop();
            }
        }
    }

    /** Made by the JDK's own tool: the JDK has no public interface for it. */
    private ServerSocketFactory selfSigned() throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "faas",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=faas",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        assertTrue(keytool.waitFor(30, TimeUnit.SECONDS) && keytool.exitValue() == 0);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }
}
