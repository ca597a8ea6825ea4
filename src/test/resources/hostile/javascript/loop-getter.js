// about: a getter that never answers is ended, also when the console asks for it
// expect.status: timeout
// limits.timeout_ms: 500
const trap = {
  get value() {
    for (;;) {}
  },
};
console.log(trap.value);
