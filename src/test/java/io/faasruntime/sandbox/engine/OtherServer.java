package io.faasruntime.sandbox.engine;

import java.nio.file.Path;

/** Another server, as far as the engine cache can tell: installs, says where, and lives until its stdin ends. */
final class OtherServer {

    private OtherServer() {}

    public static void main(String[] arguments) throws Exception {
        EngineCache cache = new EngineCache(Path.of(arguments[0]), OtherServer.class.getClassLoader());
        System.out.println(cache.install(new SmallEngine(arguments[1])));
        while (System.in.read() >= 0) {
            // Nobody says anything.
        }
    }
}
