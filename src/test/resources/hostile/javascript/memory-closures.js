// about: timers and promises that pile up
// expect.status: memory_limit
// limits.timeout_ms: 20000
for (;;) {
  setTimeout(() => {}, 3_600_000);
  new Promise(() => {}).then(() => {});
}
