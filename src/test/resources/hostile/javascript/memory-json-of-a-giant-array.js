// about: a built-in that asks nobody whether to stop writes the text of an array that fills the heap
// expect.status: memory_limit
// expect.stdout: "before\n"
// limits.timeout_ms: 60000
console.log('before');
await new Promise((done) => setTimeout(done, 20));
JSON.stringify(new Array(3e7).fill(12345));
