// about: an object that shows itself without an end
// expect.status: timeout
// limits.timeout_ms: 500
console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { for (;;) {} } });
