// about: a result longer than allowed
// expect.status: error
// expect.error_type: RangeError
// limits.timeout_ms: 10000
return_val(`${'é'.repeat(4 << 20)}x`);
