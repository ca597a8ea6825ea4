// about: leaves everything behind at the memory limit
// expect.status: memory_limit
// limits.timeout_ms: 10000
globalThis.leftBehind = [];
for (;;) globalThis.leftBehind.push(new Array(1000).fill(1.5));
