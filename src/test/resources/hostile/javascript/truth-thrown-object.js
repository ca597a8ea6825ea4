// about: an object that is no error can be thrown
// expect.status: error
// expect.error_type: Uncaught
throw { name: 'TypeError', message: 'not really', stack: 'x' };
