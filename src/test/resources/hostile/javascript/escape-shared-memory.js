// about: shared memory is shared with nobody
// expect.status: success
// expect.stdout: "0 undefined\n"
const shared = new Int32Array(new SharedArrayBuffer(1024));
console.log(shared.reduce((a, b) => a + b), typeof Atomics.waitAsync);
