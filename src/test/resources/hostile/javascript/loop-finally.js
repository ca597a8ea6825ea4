// about: a finally that loops cannot outlive the time limit
// expect.status: timeout
// limits.timeout_ms: 500
function spin() {
  try {
    for (;;) {}
  } finally {
    spin();
  }
}
spin();
