// about: leaves timers, jobs and promises behind, and fails
// expect.status: error
// expect.error_type: Error
setInterval(() => console.log('left'), 1);
setTimeout(() => console.log('left'), 100);
setTimeout(() => return_val('left'), 50).unref();
queueMicrotask(function again() {
  setImmediate(again);
});
new FinalizationRegistry(() => console.log('left')).register({}, 1);
throw new Error('over');
