// about: callbacks of the garbage collector cannot outlive the time limit
// expect.status: timeout
// limits.timeout_ms: 500
const registry = new FinalizationRegistry(() => {
  for (;;) {}
});
for (;;) registry.register({}, 1);
