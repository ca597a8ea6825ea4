package io.faasruntime.spi;

import io.faasruntime.api.Language;
import java.util.concurrent.CompletionStage;

/**
 * Makes code in one language into code that servers know which do not know that language: JavaScript of TypeScript. A CDI
 * bean, safe for threads; a backend that has what it takes may be one as well.
 */
public interface CodeConverter {

    /** Whether code in {@code language} can be converted here and now. Does not block. */
    boolean converts(Language language);

    /** Begins to get ready; does not wait. */
    void warmUpConverter(Language language);

    /**
     * Converts and does not block; nothing is executed.
     *
     * @param deadline when nobody needs the answer any more
     * @return completed with the conversion, which may be an error of the code; exceptionally as {@link
     *     ExecutionBackend#execute} when the converter failed
     */
    CompletionStage<Conversion> convert(Language language, String code, Deadline deadline);
}
