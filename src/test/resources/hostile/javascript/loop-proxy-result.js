// about: a proxy without an end as the result
// expect.status: timeout
// limits.timeout_ms: 500
return_val(new Proxy({}, {
  ownKeys() {
    for (;;) {}
  },
}));
