// about: one huge array
// expect.status: memory_limit
// limits.timeout_ms: 10000
const array = new Array(1e8);
for (let i = 0; i < 1e8; i++) array[i] = i + 0.5;
