package io.faasruntime.faas;

import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.Language;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.spi.CodeConverter;
import io.faasruntime.spi.Conversion;
import io.faasruntime.spi.Execution;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;

/**
 * Who can make JavaScript of TypeScript here, for services that know no TypeScript. Safe for threads.
 *
 * @param all in the order in which they are asked
 */
record Converters(Iterable<CodeConverter> all) {

    private static final String NAME = "converter";

    boolean convert(Language language) {
        return converter(language).isPresent();
    }

    void warmUp(Language language) {
        converter(language).ifPresent(converter -> converter.warmUpConverter(language));
    }

    private Optional<CodeConverter> converter(Language language) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(converter -> converter.converts(language))
                .findFirst();
    }

    /**
     * Converts and waits, no longer than the call may.
     *
     * @throws FaasRuntimeException if nobody can
     */
    Conversion conversion(FaasCall call) throws InterruptedException {
        Execution execution = call.execution();
        CodeConverter converter = converter(execution.language())
                .orElseThrow(() -> ServiceUnavailableException.failed(
                        execution.language() + " cannot be converted on this server, and the service does not know it",
                        call.made(NAME),
                        null));
        CompletableFuture<Conversion> conversion = converter
                .convert(execution.language(), execution.code(), execution.deadline())
                .toCompletableFuture();
        try {
            return conversion.get(call.timeToAnswer().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw ServiceUnavailableException.forNow("the code was not converted in time", call.made(NAME), null, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FaasRuntimeException failure
                    ? failure
                    : ServiceUnavailableException.failed(
                            "the code could not be converted", call.made(NAME), e.getCause());
        } finally {
            conversion.cancel(true);
        }
    }
}
