// about: a rejection that nobody could take note of, because the stack was full, is reported and not forgotten
// expect.status: error
// limits.timeout_ms: 10000
function deeper() {
  try {
    deeper();
  } finally {
    Promise.reject(1);
  }
}
deeper();
