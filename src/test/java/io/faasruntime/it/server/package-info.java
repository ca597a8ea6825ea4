/** Servers that the integration tests start, call and look at. */
package io.faasruntime.it.server;
