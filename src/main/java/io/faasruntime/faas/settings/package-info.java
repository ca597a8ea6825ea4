/**
 * Which services there are and how they are called: {@code FaasSettings} with a {@code ServiceSettings} for each, read
 * once and checked at start-up. Called by {@code faas} and {@code faas.node}.
 */
@NullMarked
package io.faasruntime.faas.settings;

import org.jspecify.annotations.NullMarked;
