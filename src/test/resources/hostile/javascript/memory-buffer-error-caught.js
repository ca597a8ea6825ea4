// about: a buffer beyond the limit is an error that can be caught, and ends the run when the code tries again and again
// expect.status: memory_limit
// limits.timeout_ms: 20000
for (;;) {
  try {
    new ArrayBuffer(2 ** 32);
  } catch {
    // again
  }
}
