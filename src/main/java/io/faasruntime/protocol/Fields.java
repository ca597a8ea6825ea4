package io.faasruntime.protocol;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ordered list of named strings, the payload of control frames. A name may occur more than once. Not safe for threads.
 *
 * <p>Encoded, each field is one byte with the length of its name, the name in ASCII, a big-endian {@code int32} with the
 * length of its value in bytes, and the value in UTF-16BE, so that every string survives, lone surrogates included.
 */
public final class Fields {

    private final List<Map.Entry<String, String>> entries = new ArrayList<>();

    public Fields add(String name, String value) {
        entries.add(Map.entry(name, value));
        return this;
    }

    public Fields add(String name, long value) {
        return add(name, Long.toString(value));
    }

    /** The first value with this name. */
    public Optional<String> get(String name) {
        return entries.stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Every value with this name, in order. */
    public List<String> all(String name) {
        return entries.stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The first value with this name. */
    public String require(String name) throws ProtocolViolation {
        return get(name).orElseThrow(() -> new ProtocolViolation("field " + name + " is missing"));
    }

    /** The first value with this name as a number. */
    public long requireLong(String name) throws ProtocolViolation {
        return parse(name, require(name));
    }

    /** The first value with this name as a number, or {@code absent} when there is none. */
    public long getLong(String name, long absent) throws ProtocolViolation {
        Optional<String> value = get(name);
        return value.isPresent() ? parse(name, value.get()) : absent;
    }

    byte[] encode() {
        int size = entries.stream()
                .mapToInt(entry ->
                        5 + entry.getKey().length() + 2 * entry.getValue().length())
                .sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (Map.Entry<String, String> entry : entries) {
            byte[] name = entry.getKey().getBytes(StandardCharsets.US_ASCII);
            bytes.put((byte) name.length).put(name).putInt(2 * entry.getValue().length());
            bytes.asCharBuffer().put(entry.getValue());
            bytes.position(bytes.position() + 2 * entry.getValue().length());
        }
        return bytes.array();
    }

    static Fields decode(byte[] payload) throws ProtocolViolation {
        Fields fields = new Fields();
        ByteBuffer bytes = ByteBuffer.wrap(payload);
        try {
            while (bytes.hasRemaining()) {
                byte[] name = new byte[Byte.toUnsignedInt(bytes.get())];
                bytes.get(name);
                int length = bytes.getInt();
                if (length < 0 || length % 2 != 0 || length > bytes.remaining()) {
                    throw new ProtocolViolation("field of " + length + " bytes");
                }
                String value =
                        bytes.slice(bytes.position(), length).asCharBuffer().toString();
                bytes.position(bytes.position() + length);
                fields.add(new String(name, StandardCharsets.US_ASCII), value);
            }
        } catch (BufferUnderflowException e) {
            throw new ProtocolViolation("fields end in the middle");
        }
        return fields;
    }

    private static long parse(String name, String value) throws ProtocolViolation {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new ProtocolViolation("field " + name + " is no number");
        }
    }

    /** The names only: values are code and data. */
    @Override
    public String toString() {
        return entries.stream().map(Map.Entry::getKey).toList().toString();
    }
}
