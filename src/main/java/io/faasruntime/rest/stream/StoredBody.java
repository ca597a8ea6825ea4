package io.faasruntime.rest.stream;

import io.faasruntime.api.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** A whole body, kept in memory if it is small, otherwise in a file without a name that goes with the process. */
final class StoredBody implements Closeable {

    private static final int IN_MEMORY_BYTES = 1 << 20;

    private final byte[] memory;
    private final @Nullable FileChannel file;

    private StoredBody(byte[] memory, @Nullable FileChannel file) {
        this.memory = memory;
        this.file = file;
    }

    /**
     * Reads {@code body} to its end; blocks.
     *
     * @throws InvalidRequestException if it is longer than {@code maxBytes}
     */
    static StoredBody read(InputStream body, long maxBytes) throws IOException {
        byte[] head = body.readNBytes(IN_MEMORY_BYTES);
        if (head.length < IN_MEMORY_BYTES) {
            return new StoredBody(head, null);
        }
        FileChannel file = UnnamedFile.open();
        try {
            OutputStream out = Channels.newOutputStream(file);
            out.write(head);
            byte[] buffer = new byte[1 << 16];
            long length = head.length;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                length += read;
                if (length > maxBytes) {
                    throw new InvalidRequestException(
                            "body",
                            "the body is too large; allowed are up to " + maxBytes
                                    + " bytes, and more of them as application/x-ndjson");
                }
                out.write(buffer, 0, read);
            }
            return new StoredBody(new byte[0], file);
        } catch (Throwable e) {
            file.close();
            throw e;
        }
    }

    /** The bytes from {@code offset} on. One at a time. */
    InputStream open(long offset) throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(memory, (int) offset, memory.length - (int) offset);
        }
        file.position(offset);
        return Channels.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
