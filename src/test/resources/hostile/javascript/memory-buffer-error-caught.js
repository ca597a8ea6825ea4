// about: a buffer beyond the limit ends the run, whether or not the code catches the error and tries again
// expect.status: memory_limit
for (;;) {
  try {
    new ArrayBuffer(2 ** 32);
  } catch {
    // again
  }
}
