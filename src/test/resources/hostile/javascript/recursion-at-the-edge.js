// about: every built-in function is called where hardly any stack is left
// expect.status: success
// expect.stdout: "done\n"
// limits.timeout_ms: 10000
const calls = [
  () => JSON.stringify({ a: [1] }),
  () => new Error('x').stack,
  () => setTimeout(() => {}, 0),
  () => queueMicrotask(() => {}),
  () => Promise.resolve(1).then(() => {}),
  () => eval('1'),
  () => new Function('return 1')(),
];
function deeper(call) {
  try {
    deeper(call);
  } finally {
    call();
  }
}
for (const call of calls) {
  try {
    deeper(call);
  } catch {
    // the overflow
  }
}
console.log('done');
