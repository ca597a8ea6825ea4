// about: one line of 32 megabytes
// expect.status: output_limit
// expect.output_bytes: 100000
// limits.max_output_bytes: 100000
// limits.timeout_ms: 10000
console.log('x'.repeat(1 << 25));
