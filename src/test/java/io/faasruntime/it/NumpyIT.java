package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.faasruntime.it.server.LibertyProcess;
import io.faasruntime.it.server.TestServer;
import jakarta.json.JsonObject;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** NumPy is there when the operator switches it on, and says that it is not when he does not. */
@ExtendWith(ArquillianExtension.class)
class NumpyIT {

    private static final String CODE = """
            import numpy as np
            a = np.arange(6).reshape(2, 3)
            return_val({"sum": int(a.sum()), "inverse": np.linalg.inv(np.eye(2) * 2).tolist()})
            """;

    @Test
    void isAnOptIn() throws Exception {
        JsonObject without = TestServer.shipped().run("python", CODE);
        assertEquals("error", TestServer.status(without));
        assertEquals(
                "ModuleNotFoundError",
                without.getJsonObject("metadata").getJsonObject("error").getString("type"));
        try (LibertyProcess server =
                LibertyProcess.start("faasRuntimeNumpy", Map.of("FAAS_RUNTIME_SANDBOX_NUMPY", "true"))) {
            JsonObject with = server.client().run("python", CODE);
            assertEquals(
                    "{\"sum\": 15, \"inverse\": [[0.5, 0.0], [0.0, 0.5]]}", TestServer.retVal(with), with::toString);
        }
    }
}
