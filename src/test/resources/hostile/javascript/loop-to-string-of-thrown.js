// about: a thrown value whose conversions never end
// expect.status: timeout
// limits.timeout_ms: 500
const spin = () => {
  for (;;) {}
};
const error = new Error();
Object.defineProperty(error, 'message', { value: { toString: spin, valueOf: spin, [Symbol.toPrimitive]: spin } });
throw error;
