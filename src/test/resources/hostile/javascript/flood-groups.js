// about: indentation that grows for ever
// expect.status: output_limit
// limits.max_output_bytes: 100000
// limits.timeout_ms: 10000
for (;;) console.group('x');
