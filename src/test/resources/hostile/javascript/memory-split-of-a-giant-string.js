// about: one call of a built-in makes more small strings than the heap holds
// expect.status: memory_limit
// expect.stdout: "before\n"
// limits.timeout_ms: 60000
console.log('before');
await new Promise((done) => setTimeout(done, 20));
'x'.repeat(2 ** 28).split('');
