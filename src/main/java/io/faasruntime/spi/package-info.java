/**
 * What an extension implements: {@link io.faasruntime.spi.ExecutionBackend}, one CDI bean per way of running code.
 *
 * <p>Imports {@code api} only. Backends are found by CDI and imported by nobody.
 */
@NullMarked
package io.faasruntime.spi;

import org.jspecify.annotations.NullMarked;
