// about: catching everything again and again does not catch the end of the run
// expect.status: timeout
// expect.stdout: ""
// limits.timeout_ms: 500
for (;;) {
  try {
    for (;;) {}
  } catch (error) {
    console.log('caught', error);
  } finally {
    continue;
  }
}
