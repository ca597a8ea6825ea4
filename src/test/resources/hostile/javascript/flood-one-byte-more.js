// about: one byte more is not
// expect.status: output_limit
// expect.output_bytes: 1000
// limits.max_output_bytes: 1000
console.log('x'.repeat(1000));
