// about: code that makes code for ever
// expect.status: memory_limit
// limits.timeout_ms: 20000
const kept = [];
for (let i = 0; ; i++) kept.push(new Function(`${'let x = 1;\n'.replace('x', `x${i}`)}; return '${String(i).padStart(100000)}'`));
