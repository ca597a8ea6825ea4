// about: the console is asked to show something huge
// expect.status: success
// limits.timeout_ms: 10000
console.log(new Array(5e6).fill('x'), new Uint8Array(1 << 24), 'y'.repeat(1000));
