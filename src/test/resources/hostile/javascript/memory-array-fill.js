// about: filling a huge array asks nobody whether to stop; the memory limit ends it, at the price of the process
// expect.status: memory_limit
// expect.stdout: "before\n"
// limits.timeout_ms: 60000
console.log('before');
await new Promise((done) => setTimeout(done, 20));
new Array(1e9).fill(0);
