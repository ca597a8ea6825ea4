package io.faasruntime.wire;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON text that survives a trip through UTF-8: JSON strings may hold lone surrogates, UTF-8 may not, so they are
 * escaped on the way out. The provider is looked up once; JSON-P's static methods look it up on each call.
 */
public final class JsonText {

    /** Looked up once for all of this application. */
    public static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonText() {}

    /**
     * The one JSON value in {@code utf8}.
     *
     * @throws JsonException if the bytes are not UTF-8 or not exactly one JSON value
     */
    public static JsonValue parse(byte[] utf8) {
        return parse(decode(utf8));
    }

    /**
     * The one JSON value in {@code text}.
     *
     * @throws JsonException if it is not exactly one JSON value
     */
    public static JsonValue parse(String text) {
        try (JsonParser parser = PROVIDER.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            // Fails unless nothing but white space follows.
            parser.hasNext();
            return value;
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // Nesting beyond what the parser takes, and texts without a value, have no exception of their own.
            throw new JsonException("not exactly one JSON value, or nested too deeply", e);
        }
    }

    /**
     * Looks at {@code text} without keeping anything of it.
     *
     * @throws JsonException if it is not exactly one JSON value
     */
    public static void check(String text) {
        try (JsonParser parser = PROVIDER.createParser(new StringReader(text))) {
            do {
                parser.next();
            } while (parser.hasNext());
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new JsonException("not exactly one JSON value, or nested too deeply", e);
        }
    }

    /** {@code value} as text in which every lone surrogate is escaped. */
    public static String write(JsonValue value) {
        return escapeLoneSurrogates(value.toString());
    }

    /** {@code json} with every lone surrogate escaped; most texts have none and come back as they are. */
    public static String escapeLoneSurrogates(String json) {
        @Nullable StringBuilder escaped = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(i + 1));
            if (pair) {
                append(escaped, json, i, i + 2);
                i++;
            } else if (Character.isSurrogate(c)) {
                if (escaped == null) {
                    escaped = new StringBuilder(json.length() + 16).append(json, 0, i);
                }
                escaped.append("\\u").append(Integer.toHexString(c));
            } else {
                append(escaped, json, i, i + 1);
            }
        }
        return escaped == null ? json : escaped.toString();
    }

    private static void append(@Nullable StringBuilder escaped, String json, int from, int to) {
        if (escaped != null) {
            escaped.append(json, from, to);
        }
    }

    /** @throws JsonException if the bytes are not UTF-8 */
    static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("not UTF-8", e);
        }
    }
}
