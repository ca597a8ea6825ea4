package io.faasruntime.rest.stream;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file for data of callers that nobody else may read and that nothing is left of. */
final class UnnamedFile {

    private UnnamedFile() {}

    /** Readable by this user alone until it is gone from its folder, which it is at once where the system allows it. */
    static FileChannel open() throws IOException {
        Path file = Files.createTempFile("faas-runtime-batch-", ".tmp");
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
