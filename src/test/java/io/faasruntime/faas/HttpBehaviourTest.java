package io.faasruntime.faas;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faasruntime.api.Language;
import io.faasruntime.sandbox.EmbeddedBackend;
import io.faasruntime.sandbox.EmbeddedBackends;
import io.faasruntime.sandbox.engine.InstalledEngines;
import io.faasruntime.spi.BackendBehaviour;
import io.faasruntime.spi.ExecutionBackend;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The backend that calls FaaS services does what every backend does, in front of a service that runs code. */
class HttpBehaviourTest extends BackendBehaviour {

    private static EmbeddedBackend engine;
    private static ContractService service;
    private static FaasBackend backend;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(InstalledEngines.areSupportedHere(), "the engines do not run on this machine");
        engine = EmbeddedBackends.start();
        service = new ContractService(engine);
        backend = Calls.backend(
                "COZE_LOOP_PYTHON_FAAS_URL", service.url(), "faas-runtime.faas.deadline-grace-ms", "5000");
    }

    @AfterAll
    static void stop() {
        if (backend != null) {
            backend.stop();
            service.close();
            EmbeddedBackends.stop(engine);
        }
    }

    @Override
    protected ExecutionBackend backend() {
        return backend;
    }

    @Override
    protected Language language() {
        return Language.PYTHON;
    }

    @Override
    protected String printing(String word) {
        return "print('" + word + "', flush=True)\n";
    }

    @Override
    protected String failingAfter(String word) {
        return printing(word) + "raise ValueError(1)";
    }

    @Override
    protected String endlessAfter(String word) {
        return printing(word) + "import time\nwhile True: time.sleep(1)";
    }

    /** The test's HTTP server does not see that a client has gone, so its runs go on. */
    @Override
    protected Duration limitOfAbandonedRuns() {
        return Duration.ofSeconds(2);
    }
}
