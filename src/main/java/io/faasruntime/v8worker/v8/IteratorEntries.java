package io.faasruntime.v8worker.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.IV8InspectorListener;
import com.caoccao.javet.interop.V8Inspector;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the iterator of a map or a set still has to give, without taking it: JavaScript has no way to look, V8 tells its
 * inspector. Only printing asks.
 */
final class IteratorEntries {

    /** A global for the time of the look; user code does not run meanwhile. */
    private static final String HOLDER = "__faas";

    private static final Pattern OBJECT_ID = Pattern.compile("\"objectId\":\"([^\"]*)\"");
    private static final Pattern PAIRS = Pattern.compile("\\[\\[IteratorKind\\]\\][^}]*\"entries\"");
    private static final Pattern ENTRIES = Pattern.compile("\\[\\[Entries\\]\\].*?\"objectId\":\"([^\"]*)\"");

    private IteratorEntries() {}

    /** @param holder has the {@code iterator}, and gets its {@code entries} and whether they are {@code pairs}, if it is one */
    static void lookUp(V8Runtime runtime, V8ValueObject holder) throws JavetException {
        // Closed before the runtime is: V8 crashes otherwise.
        try (V8ValueObject global = runtime.getGlobalObject();
                V8Inspector inspector = runtime.createV8Inspector("entries")) {
            if (global.has(HOLDER)) {
                return;
            }
            Answers answers = new Answers();
            inspector.addListeners(answers);
            global.set(HOLDER, holder);
            try {
                inspector.sendRequest(
                        request("evaluate", "\"expression\":\"" + HOLDER + ".iterator\",\"silent\":true"));
                String iterator = answers.find(OBJECT_ID);
                inspector.sendRequest(
                        request("getProperties", "\"objectId\":\"" + iterator + "\",\"ownProperties\":true"));
                String entries = answers.find(ENTRIES);
                holder.set("pairs", answers.has(PAIRS));
                inspector.sendRequest(request(
                        "callFunctionOn",
                        "\"objectId\":\"" + entries + "\",\"functionDeclaration\":\"function() { " + HOLDER
                                + ".entries = this }\",\"silent\":true"));
            } finally {
                global.delete(HOLDER);
            }
        }
    }

    private static String request(String method, String parameters) {
        return "{\"id\":1,\"method\":\"Runtime." + method + "\",\"params\":{" + parameters + "}}";
    }

    /** The inspector answers before its request returns. */
    private static final class Answers implements IV8InspectorListener {

        private String last = "";

        /** Empty when the answer has none: then the next request fails as well, and nothing is found. */
        String find(Pattern wanted) {
            Matcher matcher = wanted.matcher(last);
            return matcher.find() ? matcher.group(1) : "";
        }

        boolean has(Pattern wanted) {
            return wanted.matcher(last).find();
        }

        @Override
        public void receiveResponse(String message) {
            last = message;
        }

        @Override
        public void flushProtocolNotifications() {
            // Nothing is held back.
        }

        @Override
        public void receiveNotification(String message) {
            // Nobody has asked for any.
        }

        @Override
        public void runIfWaitingForDebugger(int contextGroupId) {
            // Nobody debugs.
        }

        @Override
        public void sendRequest(String message) {
            // That is what this class does itself.
        }
    }
}
