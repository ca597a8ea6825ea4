package io.faasruntime.faas.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * What came back over HTTP.
 *
 * @param status the status code
 * @param headers the headers
 * @param body the body as it was sent
 */
record HttpAnswer(int status, HttpHeaders headers, byte[] body) {

    /**
     * The body without its content encoding.
     *
     * @param limit the largest size to unpack to
     * @throws OversizedBodyException if it is larger, however small it was packed
     * @throws IOException if it is not what its headers say
     */
    byte[] content(long limit) throws IOException {
        String encoding =
                headers.firstValue("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity" -> body;
            case "gzip", "x-gzip" -> gunzip(limit);
            default -> throw new IOException("the answer has a content encoding that was not asked for");
        };
    }

    private byte[] gunzip(long limit) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] content = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (content.length > limit) {
                throw new OversizedBodyException(limit);
            }
            return content;
        }
    }
}
