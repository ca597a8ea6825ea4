// about: many long strings
// expect.status: memory_limit
// limits.timeout_ms: 10000
const kept = [];
for (let i = 0; ; i++) kept.push(String(i).padEnd(1 << 20, 'é').split('').join('-'));
