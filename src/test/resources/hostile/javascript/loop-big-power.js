// about: arithmetic on huge numbers is ended
// expect.status: timeout
// limits.timeout_ms: 500
let n = 3n;
for (;;) n = (n * n) % (2n ** 1_000_000n - 1n);
