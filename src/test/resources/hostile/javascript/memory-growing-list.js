// about: a list that grows for ever
// expect.status: memory_limit
// expect.stdout: "before\n"
// limits.timeout_ms: 10000
console.log('before');
const kept = [];
for (;;) kept.push({ n: kept.length });
