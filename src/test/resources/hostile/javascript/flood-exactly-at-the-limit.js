// about: as many bytes as allowed are allowed
// expect.status: success
// expect.output_bytes: 1000
// limits.max_output_bytes: 1000
console.log('x'.repeat(999));
