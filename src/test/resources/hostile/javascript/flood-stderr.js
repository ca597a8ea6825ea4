// about: the same on standard error
// expect.status: output_limit
// expect.stdout: ""
// expect.output_bytes: 100000
// limits.max_output_bytes: 100000
// limits.timeout_ms: 10000
const line = 'x'.repeat(1023);
for (let i = 0; i < 1 << 20; i++) console.error(line);
