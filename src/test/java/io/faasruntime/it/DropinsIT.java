package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.faasruntime.it.server.LibertyProcess;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR alone, dropped into a Liberty that merely has the features. */
@ExtendWith(ArquillianExtension.class)
class DropinsIT {

    private static final String SERVER_XML = """
            <server>
              <featureManager>
                <feature>webProfile-10.0</feature>
                <feature>concurrent-3.0</feature>
                <feature>microProfile-7.1</feature>
                <feature>mpMetrics-5.1</feature>
              </featureManager>
              <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="${HTTP_PORT}" httpsPort="-1"/>
            </server>
            """;

    @Test
    void runsWithItsOwnFaas() throws Exception {
        try (LibertyProcess server = LibertyProcess.startWithDropin("faasRuntimeDropin", SERVER_XML)) {
            String python = server.client()
                    .post("faas-runtime/api/runtimes/python/run", "{\"code\": \"print(6 * 7)\"}")
                    .body();
            assertEquals(42, Integer.parseInt(python.replaceAll(".*\"stdout\":\"(\\d+)\\\\n\".*", "$1")), python);
            String js = server.client()
                    .post("faas-runtime/run_code", "{\"language\": \"js\", \"code\": \"console.log(6 * 7)\"}")
                    .body();
            assertEquals(42, Integer.parseInt(js.replaceAll(".*\"stdout\":\"(\\d+)\\\\n\".*", "$1")), js);
        }
    }
}
