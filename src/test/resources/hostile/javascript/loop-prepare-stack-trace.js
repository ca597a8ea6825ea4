// about: a stack trace that is prepared for ever is ended
// expect.status: timeout
// limits.timeout_ms: 500
Error.prepareStackTrace = () => {
  for (;;) {}
};
console.log(new Error('x').stack);
