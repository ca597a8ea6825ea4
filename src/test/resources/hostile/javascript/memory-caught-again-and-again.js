// about: the end at the memory limit cannot be caught
// expect.status: memory_limit
// expect.stdout: ""
// limits.timeout_ms: 10000
for (;;) {
  const kept = [];
  try {
    for (;;) kept.push(new Array(1000).fill(kept.length));
  } catch (error) {
    console.log('caught');
  }
}
