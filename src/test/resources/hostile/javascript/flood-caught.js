// about: the end at the output limit cannot be caught
// expect.status: output_limit
// expect.output_bytes: 1000
// limits.max_output_bytes: 1000
for (;;) {
  try {
    console.log('x'.repeat(600));
  } catch {
    // again
  } finally {
    console.log('y');
  }
}
