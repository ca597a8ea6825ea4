package io.faasruntime.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/** Every resource of the WAR, at the root of the server, where the contract wants {@code /run_code}. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "faas-runtime",
                        version = "1.0",
                        description = "Runs Python, JavaScript and TypeScript snippets, safely and fast.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
public class RestApplication extends Application {}
