// about: the frames of the host's own functions give neither their functions nor what they work on
// expect.status: success
// expect.stdout: "got 0\n"
let got = 0;
Error.prepareStackTrace = (error, frames) => {
  for (const frame of frames) {
    const file = String(frame.getScriptNameOrSourceURL());
    if (file.includes('snippet')) continue;
    if (frame.getFunction() !== undefined && file.includes('faas')) got++;
    if (frame.getThis() !== undefined && frame.getThis() !== globalThis && file.includes('faas')) got++;
  }
  return 'x';
};
const look = () => new Error('x').stack;
look();
const custom = { [Symbol.for('nodejs.util.inspect.custom')]: look };
const getter = {
  get value() {
    return look();
  },
  toJSON: look,
};
console.error(custom, `${getter.value}`);
return_val(getter);
[1].map(look);
setTimeout(() => {
  look();
  console.log('got', got);
}, 1);
