/** Who may come in, tried on real servers. */
package io.faasruntime.it.access;
