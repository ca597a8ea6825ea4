// about: a rejection that nobody handles is an error
// expect.status: error
// expect.error_type: TypeError
Promise.reject(new TypeError('nobody'));
