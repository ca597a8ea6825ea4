// about: a flood of halves of characters; each becomes the replacement character
// expect.status: output_limit
// limits.max_output_bytes: 100000
// limits.timeout_ms: 10000
for (;;) console.log('\udc80'.repeat(10000));
