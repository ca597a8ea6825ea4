// about: a flood of NUL characters
// expect.status: output_limit
// expect.output_bytes: 100000
// limits.max_output_bytes: 100000
// limits.timeout_ms: 10000
for (;;) console.log('\0'.repeat(10000));
