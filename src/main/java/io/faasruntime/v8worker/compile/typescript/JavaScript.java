package io.faasruntime.v8worker.compile.typescript;

import io.faasruntime.v8worker.source.PositionMap;

/** JavaScript made from TypeScript, with the way back. */
public record JavaScript(String code, PositionMap positions) {}
