// about: big integers that grow for ever
// expect.status: memory_limit
// limits.timeout_ms: 10000
const kept = [];
for (let i = 0; ; i++) kept.push((1n << 8_000_000n) + BigInt(i));
