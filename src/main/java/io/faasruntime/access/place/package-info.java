/**
 * Where a request comes from and where it goes to: addresses, the names of this server, origins of web pages. Imports
 * {@code config}.
 */
@NullMarked
package io.faasruntime.access.place;

import org.jspecify.annotations.NullMarked;
