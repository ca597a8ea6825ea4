// about: patterns that take a lot to compile
// expect.status: error
// limits.timeout_ms: 10000
new RegExp('(?:a{1,1000}){1,1000}'.repeat(50)).test('a'.repeat(1e6));
throw new Error('as far as it goes');
