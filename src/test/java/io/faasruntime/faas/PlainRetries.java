package io.faasruntime.faas;

import io.faasruntime.faas.node.NodeFault;
import java.util.Map;

/** What the annotations of the REST client do, for tests without a server: repeats as long as an attempt asks for it. */
record PlainRetries(Attempts attempts) implements FaasClient {

    @Override
    public void runCode(FaasCall call) {
        TraceHeaders trace = TraceHeaders.of(Map.of(), call.execution().context());
        while (true) {
            try {
                attempts.make(call, trace);
                return;
            } catch (NodeFault another) {
                // The attempts say when there have been enough.
            }
        }
    }
}
