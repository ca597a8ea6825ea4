// about: null can be thrown
// expect.status: error
// expect.error_type: Uncaught
throw null;
