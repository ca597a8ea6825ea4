// about: waiting longer than the time limit is ended, what was printed is kept
// expect.status: timeout
// expect.stdout: "before\n"
// limits.timeout_ms: 500
console.log('before');
await new Promise((done) => setTimeout(done, 3_600_000));
