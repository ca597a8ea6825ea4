package io.faasruntime.wire;

import io.faasruntime.api.InvalidRequestException;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies in one pass: {@code input} is passed on as it came, and members that are not known are skipped. Every
 * member that is there has its type, or the error names it. Used once.
 */
public final class RunCodeRequestReader {

    private static final String A_BODY = "a JSON object with a member code";
    private static final String MILLISECONDS = "a whole number of milliseconds, 1 or more";

    private final WholeNumbers numbers;
    private final Labels labels;
    private @Nullable String language;
    private @Nullable String code;
    private @Nullable Long timeoutMs;
    private @Nullable String stdin;
    private @Nullable Long memoryMb;
    private @Nullable Long maxOutputBytes;
    private @Nullable Boolean network;
    private int inputMember = -1;

    private RunCodeRequestReader(boolean lenient) {
        this.numbers = new WholeNumbers(lenient);
        this.labels = new Labels(lenient);
    }

    /** @throws InvalidRequestException if {@code body} is not UTF-8, not a JSON object, or a member has a wrong type */
    public static RunCodeRequest read(byte[] body) {
        return new RunCodeRequestReader(false).request(body);
    }

    /**
     * As {@link #read}, for callers of coze-loop's contract, whose servers are not so strict: a number may be text or have a
     * fraction, a time limit may be any number, labels need not be text.
     */
    public static RunCodeRequest readLeniently(byte[] body) {
        return new RunCodeRequestReader(true).request(body);
    }

    private RunCodeRequest request(byte[] body) {
        String text;
        try {
            text = JsonText.decode(body);
            readMembers(text);
        } catch (InvalidRequestException e) {
            throw e;
        } catch (RuntimeException e) {
            // Nesting beyond what the parser takes, and texts without a value, have no exception of their own.
            throw wrong("body", "the body is not valid JSON in UTF-8", A_BODY);
        }
        if (code == null) {
            throw wrong("code", "code is missing", "a string that is not empty");
        }
        String input = inputMember < 0 ? null : MemberText.of(text, inputMember);
        return new RunCodeRequest(
                language, code, timeoutMs, input, stdin, labels.byName(), memoryMb, maxOutputBytes, network);
    }

    private void readMembers(String text) {
        try (JsonParser parser = JsonText.PROVIDER.createParser(new StringReader(text))) {
            if (parser.next() != Event.START_OBJECT) {
                throw wrong("body", "the body is not a JSON object", A_BODY);
            }
            for (int member = 0; parser.next() == Event.KEY_NAME; member++) {
                read(parser.getString(), member, parser.next(), parser);
            }
            // Fails unless nothing but white space follows.
            if (parser.hasNext()) {
                throw new JsonException("more than one value");
            }
        }
    }

    private void read(String name, int member, Event value, JsonParser parser) {
        switch (name) {
            case "language" -> language = text(name, value, parser);
            case "code" -> code = text(name, value, parser);
            case "stdin" -> stdin = text(name, value, parser);
            case "timeout" -> timeoutMs = numbers.read(name, MILLISECONDS, value, parser);
            case "ext" -> labels.read(value, parser);
            case "limits" -> readLimits(value, parser);
            default -> {
                if (name.equals("input")) {
                    inputMember = member;
                }
                JsonEvents.skip(value, parser);
            }
        }
    }

    private void readLimits(Event value, JsonParser parser) {
        if (JsonEvents.isObject("limits", value)) {
            while (parser.next() == Event.KEY_NAME) {
                String name = parser.getString();
                readLimit(name, "limits." + name, parser.next(), parser);
            }
        }
    }

    private void readLimit(String name, String field, Event value, JsonParser parser) {
        switch (name) {
            case "memory_mb" -> memoryMb = numbers.read(field, "a whole number of MB, 1 or more", value, parser);
            case "max_output_bytes" ->
                maxOutputBytes = numbers.read(field, "a whole number of bytes, 1 or more", value, parser);
            case "network" -> network = flag(field, value);
            default -> JsonEvents.skip(value, parser);
        }
    }

    /** Null counts as absent: clients in many languages write it for members they do not set. */
    private static @Nullable String text(String name, Event value, JsonParser parser) {
        return switch (value) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NULL -> null;
            default -> throw wrong(name, name + " is " + JsonEvents.kind(value), "a string");
        };
    }

    private static @Nullable Boolean flag(String field, Event value) {
        return switch (value) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw wrong(field, field + " is " + JsonEvents.kind(value), "true or false");
        };
    }

    static InvalidRequestException wrong(String field, String what, String allowed) {
        return new InvalidRequestException(field, what + "; allowed is " + allowed);
    }
}
