package io.faasruntime.rest.stream;

import io.faasruntime.api.InvalidRequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractCollection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A batch in one JSON document: an object whose member {@code inputs} is an array. The document is gone through twice, so that
 * its members may stand in any order, and a document that ends in the middle is refused before anything runs.
 */
final class DocumentInputs extends BatchInputs {

    private static final String ALLOWED = "; allowed is a JSON object with the members code and inputs";

    private final long maxBytes;
    private final StoredBody body;
    private final byte[] request;
    private final long start;
    private final int count;
    private @Nullable Bytes elements;

    private DocumentInputs(StoredBody body, long maxBytes, byte[] request, long start, int count) {
        super(maxBytes);
        this.maxBytes = maxBytes;
        this.body = body;
        this.request = request;
        this.start = start;
        this.count = count;
    }

    /**
     * @param maxRequestBytes of all members but the inputs together
     * @throws InvalidRequestException if it is no object, or has no array of inputs
     */
    static DocumentInputs of(StoredBody body, long maxBytes, long maxRequestBytes) throws IOException {
        return new Scan(body, maxRequestBytes).scan(maxBytes);
    }

    /** The document without its inputs. */
    byte[] request() {
        return request;
    }

    /** As a collection, so that the batch knows how many there are. */
    AbstractCollection<Object> counted() {
        Iterable<Object> inputs = this;
        return new AbstractCollection<>() {
            @Override
            public Iterator<Object> iterator() {
                return inputs.iterator();
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    @Override
    @Nullable
    Piece next() throws IOException {
        if (elements == null) {
            elements = new Bytes(body.open(start));
        }
        Json.skipSpace(elements);
        if (elements.peek() == ',') {
            elements.next();
            Json.skipSpace(elements);
        }
        if (elements.peek() == ']') {
            return null;
        }
        GrowingPiece element = new GrowingPiece(maxBytes);
        Json.value(elements, element::add);
        return element.piece();
    }

    @Override
    double share() {
        return -1;
    }

    /** The first time through. */
    private static final class Scan {

        private final StoredBody body;
        private final Bytes text;
        private final GrowingPiece request;
        private long start = -1;
        private int count;

        Scan(StoredBody body, long maxRequestBytes) throws IOException {
            this.body = body;
            this.text = new Bytes(body.open(0));
            this.request = new GrowingPiece(maxRequestBytes);
        }

        DocumentInputs scan(long maxBytes) throws IOException {
            Json.skipSpace(text);
            require(text.next() == '{');
            request.add('{');
            Json.skipSpace(text);
            boolean first = true;
            while (text.peek() != '}') {
                if (!first) {
                    require(text.next() == ',');
                }
                first = false;
                member();
                Json.skipSpace(text);
            }
            text.next();
            request.add('}');
            Json.skipSpace(text);
            require(text.next() == Bytes.END);
            if (request.isTooLong()) {
                throw new InvalidRequestException("body", "the members beside inputs are too large" + ALLOWED);
            }
            if (start < 0) {
                throw new InvalidRequestException("inputs", "inputs is missing; allowed is an array");
            }
            return new DocumentInputs(body, maxBytes, request.bytes(), start, count);
        }

        private void member() throws IOException {
            Json.skipSpace(text);
            require(text.peek() == '"');
            GrowingPiece name = new GrowingPiece(1000);
            require(Json.value(text, name::add));
            Json.skipSpace(text);
            require(text.next() == ':');
            Json.skipSpace(text);
            byte[] quoted = name.bytes();
            if (new String(quoted, StandardCharsets.UTF_8).equals("\"inputs\"")) {
                inputs();
                return;
            }
            if (request.bytes().length > 1) {
                request.add(',');
            }
            for (byte value : quoted) {
                request.add(value & 0xFF);
            }
            request.add(':');
            require(Json.value(text, request::add));
        }

        private void inputs() throws IOException {
            if (start >= 0 || text.next() != '[') {
                throw new InvalidRequestException(
                        "inputs", "inputs is no array, or is there twice; allowed is one array");
            }
            start = text.taken();
            Json.skipSpace(text);
            boolean first = true;
            while (text.peek() != ']') {
                if (!first) {
                    require(text.next() == ',');
                    Json.skipSpace(text);
                }
                first = false;
                require(Json.value(text, value -> {}));
                count++;
                Json.skipSpace(text);
            }
            text.next();
        }

        private static void require(boolean holds) {
            if (!holds) {
                throw new InvalidRequestException("body", "the body is not valid JSON in UTF-8" + ALLOWED);
            }
        }
    }
}
