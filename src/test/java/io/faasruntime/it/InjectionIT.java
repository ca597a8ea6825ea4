package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Runtime;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.api.UnknownLanguageException;
import io.faasruntime.api.Validation;
import io.faasruntime.runtime.RuntimeManager;
import jakarta.inject.Inject;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another application with the core jar in its WAR: runs inside the server. */
@ExtendWith(ArquillianExtension.class)
public class InjectionIT {

    @Deployment
    public static WebArchive application() {
        return ShrinkWrap.create(WebArchive.class, "injection.war")
                .addAsLibrary(new File(System.getProperty("core.jar.file")))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @Inject
    RuntimeManager manager;

    /** What an application may hand over as input. */
    public record Turn(String answer, List<String> references) {}

    @Test
    public void runsEveryLanguage() {
        Map<String, String> programs = Map.of(
                "python", "return_val({'n': len(input['references']), 'a': input['answer']})",
                "js", "return_val({n: input.references.length, a: input.answer})",
                "ts", "const n: number = input.references.length; return_val({n, a: input.answer as string})");
        Turn turn = new Turn("it's \"42\" 😀", List.of("a", "b"));
        programs.forEach((language, code) -> {
            ExecutionResult result = manager.getRuntime(language)
                    .runCode(ExecutionRequest.of(code).withInput(turn).withTimeLimit(Duration.ofSeconds(20)));
            assertEquals(ExecutionStatus.SUCCESS, result.status(), result::toString);
            assertEquals(
                    "{\"n\":2,\"a\":\"it's \\\"42\\\" 😀\"}",
                    result.output().retVal().replace(": ", ":").replace(", ", ","));
        });
    }

    @Test
    public void runsWithoutBlocking() throws Exception {
        ExecutionResult result = manager.getRuntime("js")
                .runCodeAsync(ExecutionRequest.of("console.log('async')"))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        assertEquals("async\n", result.output().stdout());
    }

    @Test
    public void honoursTheLimitsOfARequest() {
        ExecutionResult result = manager.getRuntime("python")
                .runCode(ExecutionRequest.of("print('x' * 5000)")
                        .withLimits(SandboxConfig.DEFAULT.withMaxOutputBytes(100)));
        assertEquals(ExecutionStatus.OUTPUT_LIMIT, result.status());
        assertEquals("x".repeat(100), result.output().stdout());
    }

    @Test
    public void concurrentFirstCallsGetOneInstance() throws Exception {
        manager.clearCache();
        int threads = 32;
        CountDownLatch together = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Runtime>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                calls.add(pool.submit(() -> {
                    together.countDown();
                    together.await(20, TimeUnit.SECONDS);
                    return manager.getRuntime("python");
                }));
            }
            Set<Runtime> instances = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Future<Runtime> call : calls) {
                instances.add(call.get(30, TimeUnit.SECONDS));
            }
            assertEquals(1, instances.size());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    public void clearingTheCacheLeadsToNewInstances() {
        Runtime before = manager.getRuntime("js");
        assertSame(before, manager.getRuntime("JavaScript"));
        manager.clearCache();
        assertNotSame(before, manager.getRuntime("js"));
        assertEquals("1\n", before.runCode("console.log(1)").output().stdout());
    }

    @Test
    public void aRuntimeThatWasCleanedUpRefusesToRun() {
        Runtime runtime = manager.getRuntime("ts");
        runtime.cleanup();
        assertThrows(IllegalStateException.class, () -> runtime.runCode("1"));
        manager.clearCache();
    }

    @Test
    public void anUnknownLanguageIsAnsweredWithTheKnownOnes() {
        UnknownLanguageException error =
                assertThrows(UnknownLanguageException.class, () -> manager.getRuntime("cobol"));
        assertTrue(error.getMessage().contains("python (py)"), error.getMessage());
    }

    @Test
    public void aRequestOutsideOfTheLimitsNamesTheField() {
        InvalidRequestException error = assertThrows(
                InvalidRequestException.class,
                () -> manager.getRuntime("js").runCode(ExecutionRequest.of("1").withTimeLimit(Duration.ofDays(1))));
        assertEquals("timeout", error.field());
    }

    @Test
    public void validatesWithoutExecuting() {
        assertTrue(manager.getRuntime("python").validateCode("while True: pass").valid());
        Validation validation = manager.getRuntime("python").validateCode("def f(x) return x");
        assertEquals(1, validation.diagnostics().get(0).line());
        assertEquals(10, validation.diagnostics().get(0).column());
    }
}
