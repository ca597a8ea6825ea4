/** Who somebody is: API keys, tokens, and what they are worth. Imports {@code config} and {@code wire}. */
@NullMarked
package io.faasruntime.access.credential;

import org.jspecify.annotations.NullMarked;
