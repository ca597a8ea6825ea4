// about: a string longer than the engine makes
// expect.status: error
// expect.error_type: RangeError
'x'.repeat(2 ** 30);
