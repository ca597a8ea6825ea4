// about: a map that grows for ever
// expect.status: memory_limit
// limits.timeout_ms: 10000
const map = new Map();
for (let i = 0; ; i++) map.set(`key ${i}`, { i });
