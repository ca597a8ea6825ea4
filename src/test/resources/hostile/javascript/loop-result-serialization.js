// about: a toJSON that never answers is ended
// expect.status: timeout
// limits.timeout_ms: 500
return_val({
  toJSON() {
    for (;;) {}
  },
});
