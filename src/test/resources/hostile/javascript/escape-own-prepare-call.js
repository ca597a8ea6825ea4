// about: the host's own preparation of stack traces is called with made-up frames
// expect.status: success
// expect.stdout: "done\n"
const prepare = Error.prepareStackTrace;
const frame = {
  getFunction: () => 1,
  getThis: () => globalThis,
  getLineNumber: () => 1e9,
  getScriptNameOrSourceURL: () => 'faas:bootstrap',
  toString: () => 'forged',
};
for (const frames of [[], [frame], [null], null, { length: 1e6 }, new Proxy([], {})]) {
  try {
    prepare?.(new Error('x'), frames);
  } catch {
    // refused
  }
}
console.log('done');
