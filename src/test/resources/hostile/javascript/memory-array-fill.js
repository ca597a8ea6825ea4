// about: a loop inside the engine that asks nobody whether to stop costs the process, and the run ends in time
// expect.status: memory_limit
// expect.stdout: "before\n"
// limits.timeout_ms: 60000
console.log('before');
await new Promise((done) => setTimeout(done, 20));
new Array(1e9).fill(0);
