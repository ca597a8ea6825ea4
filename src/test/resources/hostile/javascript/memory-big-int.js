// about: a big integer power that the engine refuses
// expect.status: error
// expect.error_type: RangeError
2n ** (2n ** 40n);
