// about: the limit is the one of the request
// expect.status: memory_limit
// limits.memory_mb: 64
// limits.timeout_ms: 20000
const kept = [];
for (let mb = 0; mb < 100; mb++) kept.push(Array.from({ length: 1 << 17 }, (_, i) => i + mb / 128));
