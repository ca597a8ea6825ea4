// about: a thrown proxy whose traps loop ends the run with an error, and soon
// expect.status: error
// expect.error_type: Uncaught
// limits.timeout_ms: 1000
throw new Proxy(new Error('x'), {
  get() {
    for (;;) {}
  },
  getPrototypeOf() {
    for (;;) {}
  },
});
