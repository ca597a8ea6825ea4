// about: a reviver that never answers is ended
// expect.status: timeout
// limits.timeout_ms: 500
JSON.parse('[1, 2]', () => {
  for (;;) {}
});
