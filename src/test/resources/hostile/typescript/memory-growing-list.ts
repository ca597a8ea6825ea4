// about: a list that grows for ever
// expect.status: memory_limit
// limits.timeout_ms: 10000
const kept: { n: number }[] = [];
for (;;) kept.push({ n: kept.length });
