// about: many array buffers, which lie outside the heap of V8
// expect.status: memory_limit
// limits.timeout_ms: 10000
const kept = [];
for (;;) kept.push(new Uint8Array(1 << 20).fill(1));
