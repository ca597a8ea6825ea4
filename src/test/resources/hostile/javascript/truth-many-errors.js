// about: the first error that nobody catches ends the run
// expect.status: error
// expect.error_type: RangeError
// expect.stdout: ""
setTimeout(() => console.log('too late'), 1);
queueMicrotask(() => {
  throw new TypeError('second');
});
throw new RangeError('first');
