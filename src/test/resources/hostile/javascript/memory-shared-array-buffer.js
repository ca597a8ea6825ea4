// about: shared memory is memory too
// expect.status: memory_limit
// limits.timeout_ms: 10000
const kept = [];
for (;;) kept.push(new Uint8Array(new SharedArrayBuffer(1 << 22)).fill(1));
