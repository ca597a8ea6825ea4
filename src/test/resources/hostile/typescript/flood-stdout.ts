// about: output beyond the limit is cut off to the byte
// expect.status: output_limit
// expect.output_bytes: 100000
// limits.max_output_bytes: 100000
// limits.timeout_ms: 10000
const line: string = 'x'.repeat(1023);
for (let i: number = 0; i < 1 << 20; i++) console.log(line);
