// about: an endless loop is ended at the time limit, what it printed is kept
// expect.status: timeout
// expect.stdout: "before\n"
// limits.timeout_ms: 500
console.log('before');
while (true) {}
