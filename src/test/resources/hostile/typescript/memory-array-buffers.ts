// about: many array buffers
// expect.status: memory_limit
// limits.timeout_ms: 10000
const kept: Uint8Array[] = [];
for (;;) kept.push(new Uint8Array(1 << 20).fill(1));
