package io.faasruntime.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.Runtime;
import io.faasruntime.api.UnknownLanguageException;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.MapConfig;
import io.faasruntime.spi.ExecutionBackend;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class RuntimeFactoryTest {

    private static final Config GATEWAY = MapConfig.of(Map.of("faas-runtime.python.backend", "far"));

    private final ManualBackend near = new ManualBackend("embedded");
    private final ManualBackend far = new ManualBackend("far");

    private static RuntimeFactory factory(Config config, ExecutionBackend... backends) {
        return new RuntimeFactory(config, ExecutionPolicy.from(config), List.of(backends), event -> {});
    }

    @Test
    void manyThreadsGetOneRuntime() throws Exception {
        RuntimeFactory factory = factory(MapConfig.of(Map.of()), near);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Set<Runtime> seen = new HashSet<>();
            for (Future<Runtime> runtime : threads.invokeAll(
                    Collections.<Callable<Runtime>>nCopies(64, () -> factory.createRuntime(Language.PYTHON)))) {
                seen.add(runtime.get());
            }
            assertEquals(1, seen.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void clearingMakesNewOnesAndCountsAnew() {
        RuntimeFactory factory = factory(MapConfig.of(Map.of()), near);
        Runtime before = factory.createRuntime(Language.PYTHON);
        before.runCodeAsync(ExecutionRequest.of("1"));
        near.runs.get(0).complete(ManualBackend.result(ExecutionStatus.SUCCESS));
        factory.clear();
        Runtime after = factory.createRuntime(Language.PYTHON);
        assertNotSame(before, after);
        assertEquals(0L, after.metrics().get("runs_total"));
    }

    @Test
    void aGatewayRunsCodeItselfForWhoeverAsksItAsANode() {
        RuntimeManager manager = new RuntimeManager(factory(GATEWAY, near, far));
        assertEquals("far", manager.getRuntime("python").healthStatus().backend());
        Runtime own = manager.getRuntimeOn("embedded", "PY");
        own.runCodeAsync(ExecutionRequest.of("1"));
        near.runs.get(0).complete(ManualBackend.result(ExecutionStatus.SUCCESS));
        assertTrue(far.runs.isEmpty());
        assertSame(own, manager.getRuntimeOn("embedded", "python"));
        assertEquals(1L, own.metrics().get("runs_total"));
        assertEquals(1L, manager.getRuntime(Language.PYTHON).metrics().get("runs_total"), "counted together");
    }

    @Test
    void theRuntimeOfANodeIsTheChosenOneWhereTheBackendIs() {
        RuntimeManager manager = new RuntimeManager(factory(MapConfig.of(Map.of()), near));
        assertSame(manager.getRuntime("python"), manager.getRuntimeOn("embedded", "python"));
    }

    @Test
    void whatABackendDoesNotServeIsUnknownThere() {
        RuntimeManager manager = new RuntimeManager(factory(GATEWAY, near, far));
        assertEquals(List.of(Language.PYTHON), manager.getSupportedLanguagesOn("embedded"));
        UnknownLanguageException unknown =
                assertThrows(UnknownLanguageException.class, () -> manager.getRuntimeOn("embedded", "js"));
        assertTrue(unknown.getMessage().contains("python (py)"), unknown.getMessage());
        assertThrows(UnknownLanguageException.class, () -> manager.getRuntimeOn("nowhere", "python"));
    }

    @Test
    void aBackendThatIsNotThereStopsTheStartWithTheAllowedNames() {
        RuntimeFactory factory = factory(MapConfig.of(Map.of("faas-runtime.python.backend", "moon")), near, far);
        InvalidConfigurationException wrong =
                assertThrows(InvalidConfigurationException.class, () -> factory.createRuntime(Language.PYTHON));
        assertTrue(wrong.getMessage().contains("faas-runtime.python.backend"), wrong.getMessage());
        assertTrue(wrong.getMessage().contains("embedded, far"), wrong.getMessage());
    }
}
