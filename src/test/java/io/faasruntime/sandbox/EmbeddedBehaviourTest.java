package io.faasruntime.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faasruntime.api.Language;
import io.faasruntime.sandbox.engine.InstalledEngines;
import io.faasruntime.spi.BackendBehaviour;
import io.faasruntime.spi.ExecutionBackend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The backend of the box with its own engines does what every backend does. */
class EmbeddedBehaviourTest {

    private static EmbeddedBackend backend;

    @BeforeAll
    static void start() {
        assumeTrue(InstalledEngines.areSupportedHere(), "the engines do not run on this machine");
        backend = EmbeddedBackends.start();
    }

    @AfterAll
    static void stop() {
        if (backend != null) {
            backend.close();
        }
    }

    @Nested
    class Python extends BackendBehaviour {

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
            return printing(word) + "while True: pass";
        }
    }

    @Nested
    class JavaScript extends BackendBehaviour {

        @Override
        protected ExecutionBackend backend() {
            return backend;
        }

        @Override
        protected Language language() {
            return Language.JAVASCRIPT;
        }

        @Override
        protected String printing(String word) {
            return "console.log('" + word + "');\n";
        }

        @Override
        protected String failingAfter(String word) {
            return printing(word) + "throw new TypeError(1)";
        }

        @Override
        protected String endlessAfter(String word) {
            return printing(word) + "while (true);";
        }
    }
}
