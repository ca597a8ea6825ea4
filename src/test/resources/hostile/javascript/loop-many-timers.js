// about: a hundred thousand timers are ended at the time limit
// expect.status: timeout
// limits.timeout_ms: 1000
for (let i = 0; i < 100_000; i++) setTimeout(() => {}, 3_600_000);
