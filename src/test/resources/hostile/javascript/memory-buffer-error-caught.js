// about: catching the failed allocation of a buffer and trying again is ended by a limit
// expect.status: timeout
// limits.timeout_ms: 2000
for (;;) {
  try {
    new ArrayBuffer(2 ** 32);
  } catch {
    // again
  }
}
