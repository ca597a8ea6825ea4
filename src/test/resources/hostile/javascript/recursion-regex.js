// about: a deeply nested pattern
// expect.status: error
// expect.error_type: SyntaxError
// limits.timeout_ms: 10000
new RegExp('('.repeat(100_000) + ')'.repeat(100_000));
