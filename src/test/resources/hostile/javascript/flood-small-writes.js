// about: a million small writes are as good as one large one
// expect.status: output_limit
// expect.output_bytes: 1000000
// limits.max_output_bytes: 1000000
// limits.timeout_ms: 10000
for (;;) console.log('');
