// about: waiting for what nobody will ever signal is ended
// expect.status: timeout
// expect.stdout: "before\n"
// limits.timeout_ms: 500
console.log('before');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
