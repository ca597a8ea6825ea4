package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.Runtime;
import io.faasruntime.runtime.RuntimeManager;
import jakarta.inject.Inject;
import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another application brings a backend of its own and chooses it for one language: runs inside the server. */
@ExtendWith(ArquillianExtension.class)
public class OwnBackendIT {

    @Deployment
    public static WebArchive application() {
        return ShrinkWrap.create(WebArchive.class, "own-backend.war")
                .addClass(ShoutingBackend.class)
                .addAsLibrary(new File(System.getProperty("core.jar.file")))
                .addAsResource(
                        new StringAsset("faas-runtime.python.backend=shouting\n"),
                        "META-INF/microprofile-config.properties")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @Inject
    RuntimeManager manager;

    @Test
    public void servesTheLanguageThatConfigurationGivesIt() {
        Runtime python = manager.getRuntime("py");
        ExecutionResult result = python.runCode("print('hello')");
        assertEquals("PRINT('HELLO')", result.output().stdout());
        assertEquals("a loud voice", result.engine());
        assertEquals("shouting", python.healthStatus().backend());
        assertEquals(1L, python.metrics().get("shouts"));
    }

    @Test
    public void leavesTheOtherLanguagesToTheEmbeddedEngines() {
        Runtime js = manager.getRuntime("js");
        assertEquals("hello\n", js.runCode("console.log('hello')").output().stdout());
        assertEquals("embedded", js.healthStatus().backend());
    }

    @Test
    public void theEmbeddedParserValidatesForABackendWithoutOne() {
        assertFalse(
                manager.getRuntime("python").validateCode("def f(x) return x").valid());
    }
}
