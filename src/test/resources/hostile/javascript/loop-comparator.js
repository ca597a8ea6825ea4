// about: a comparator that never answers is ended
// expect.status: timeout
// limits.timeout_ms: 500
[3, 1, 2].sort(() => {
  for (;;) {}
});
