// about: a thrown error whose message is a getter without an end
// expect.status: timeout
// limits.timeout_ms: 500
const error = new Error('x');
Object.defineProperty(error, 'message', {
  get() {
    for (;;) {}
  },
});
throw error;
