// about: both streams together have one limit
// expect.status: output_limit
// expect.output_bytes: 100000
// limits.max_output_bytes: 100000
// limits.timeout_ms: 10000
for (;;) {
  console.log('x'.repeat(99));
  console.error('y'.repeat(99));
}
