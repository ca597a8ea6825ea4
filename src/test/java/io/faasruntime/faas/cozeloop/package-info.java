/**
 * Doubles of coze-loop's two servers: real HTTP servers on loopback that do to code and answers what the real ones do, by
 * the rules read in their sources, and the programs that are sent through both ways.
 */
package io.faasruntime.faas.cozeloop;
