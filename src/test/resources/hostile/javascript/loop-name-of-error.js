// about: a thrown error whose name is a getter without an end
// expect.status: timeout
// limits.timeout_ms: 500
class Trap extends Error {
  get name() {
    for (;;) {}
  }
}
throw new Trap('x');
