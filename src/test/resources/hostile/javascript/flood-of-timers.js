// about: output from timers counts
// expect.status: output_limit
// expect.output_bytes: 1000
// limits.max_output_bytes: 1000
// limits.timeout_ms: 10000
setInterval(() => console.log('x'.repeat(99)), 0);
