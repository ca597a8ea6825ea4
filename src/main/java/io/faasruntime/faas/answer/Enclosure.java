package io.faasruntime.faas.answer;

import io.faasruntime.api.SandboxConfig;
import io.faasruntime.spi.Execution;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What goes into an envelope: the code with all that it needs, and the mark by which the envelope is known again.
 *
 * @param mark new for every request, so that nothing the code prints by chance is taken for an envelope
 * @param code the source in the language that the server runs
 * @param file the name of the source in stack traces
 * @param input data for the code as JSON text
 * @param stdin text for the code's standard input
 * @param outputLimit bytes of output that are kept
 * @param resultLimit the largest result in bytes
 */
record Enclosure(
        String mark,
        String code,
        String file,
        Optional<String> input,
        Optional<String> stdin,
        long outputLimit,
        long resultLimit) {

    /** The one member of the object that is printed where an envelope has to be a line of its own. */
    static final String MEMBER = "__FAAS_RUNTIME_ENVELOPE__";

    /** Code that prints this many times what is kept is not going to stop. */
    private static final long HARD_MULTIPLE = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    static String newMark() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return "faas-" + HexFormat.of().formatHex(bytes);
    }

    /** {@code execution} with {@code code} in the place of its own. */
    static Enclosure of(Execution execution, String code, String file, SandboxConfig limits, long resultLimit) {
        return new Enclosure(
                newMark(), code, file, execution.input(), execution.stdin(), limits.maxOutputBytes(), resultLimit);
    }

    /** All of it as JSON in ASCII. */
    String json() {
        JsonObjectBuilder json = JsonText.PROVIDER
                .createObjectBuilder()
                .add("mark", markInHalves())
                .add("member", MEMBER)
                .add("code", code)
                .add("file", file)
                .add("outputLimit", outputLimit)
                .add("hardLimit", outputLimit * HARD_MULTIPLE)
                .add("resultLimit", resultLimit);
        input.ifPresentOrElse(text -> json.add("input", text), () -> json.addNull("input"));
        stdin.ifPresentOrElse(text -> json.add("stdin", text), () -> json.addNull("stdin"));
        return JsonLiteral.ascii(JsonText.write(json.build()));
    }

    /** The program puts it together, so that a server that shows the code it was sent does not show the mark. */
    private JsonArrayBuilder markInHalves() {
        int half = mark.length() / 2;
        return JsonText.PROVIDER
                .createArrayBuilder()
                .add(mark.substring(0, half))
                .add(mark.substring(half));
    }

    /** Neither the code nor its data. */
    @Override
    public String toString() {
        return "Enclosure[" + mark + "]";
    }
}
