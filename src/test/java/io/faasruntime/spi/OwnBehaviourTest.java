package io.faasruntime.spi;

import io.faasruntime.api.Language;
import org.junit.jupiter.api.AfterEach;

/** A backend of an application's own does what every backend does, with the defaults of the interface. */
class OwnBehaviourTest extends BackendBehaviour {

    private final ThreadsBackend backend = new ThreadsBackend();

    @AfterEach
    void stop() {
        backend.close();
    }

    @Override
    protected ExecutionBackend backend() {
        return backend;
    }

    @Override
    protected Language language() {
        return ThreadsBackend.WORDS;
    }

    @Override
    protected String printing(String word) {
        return "say " + word + "\n";
    }

    @Override
    protected String failingAfter(String word) {
        return printing(word) + "fail";
    }

    @Override
    protected String endlessAfter(String word) {
        return printing(word) + "wait";
    }
}
