// about: a regular expression that backtracks for ever is ended
// expect.status: timeout
// expect.stdout: "before\n"
// limits.timeout_ms: 500
console.log('before');
/^(a+)+$/.test(`${'a'.repeat(40)}b`);
