// about: a built-in function that walks along an array-like without an end
// expect.status: timeout
// limits.timeout_ms: 500
Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);
