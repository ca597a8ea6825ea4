// about: the message of an error is output and counts, and its text in the answer is bounded
// expect.status: output_limit
// expect.output_bytes: 1000
// limits.max_output_bytes: 1000
// limits.timeout_ms: 10000
throw new Error('x'.repeat(1 << 24));
