// about: an interval that nobody clears is ended, what it printed is kept
// expect.status: timeout
// expect.stdout: "before\n"
// limits.timeout_ms: 500
console.log('before');
setInterval(() => {}, 1);
