// about: a generator that refuses to return is ended
// expect.status: timeout
// limits.timeout_ms: 500
function* stubborn() {
  for (;;) {
    try {
      yield 1;
    } finally {
      for (;;) {}
    }
  }
}
for (const n of stubborn()) break;
