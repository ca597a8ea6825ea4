// What coze-loop's JavaScript server puts around code, after what makes Node.js look like Deno to the code.
import fs from 'node:fs';

const node = globalThis.process;
const file = node.argv[2];
const events = {
  error: (listener) => node.on('uncaughtException', (error) => listener({ error, preventDefault() {} })),
  unhandledrejection: (listener) => node.on('unhandledRejection', (reason) => listener({ reason, preventDefault() {} })),
  unload: (listener) => node.on('exit', () => listener({})),
};
const writeSync = (bytes) => {
  for (;;) {
    try {
      return fs.writeSync(1, bytes);
    } catch (error) {
      // The pipe is full; Deno waits.
      if (error.code !== 'EAGAIN') throw error;
    }
  }
};
globalThis.Deno = {
  readTextFile: (path) => fs.promises.readFile(path, 'utf8'),
  stdout: { writeSync },
  exit: (code) => node.exit(code),
};
globalThis.addEventListener = (type, listener) => events[type]?.(listener);
delete globalThis.process;

let userStdout = '';
let userStderr = '';
let returnValue = '';
const originalLog = console.log;
console.log = (...args) => {
  userStdout += args.join(' ') + '\n';
};
console.error = (...args) => {
  userStderr += args.join(' ') + '\n';
};
try {
  const code = await Deno.readTextFile(file);
  (new Function('__code', 'return (function(){ "use strict"; return eval(__code); })();'))(code);
  if (!returnValue && userStdout.trim()) {
    const lines = userStdout.trim().split('\n');
    for (let i = lines.length - 1; i >= 0; i--) {
      const line = lines[i].trim();
      if (line.startsWith('{') && line.endsWith('}')) {
        try {
          JSON.parse(line);
          returnValue = line;
          lines.splice(i, 1);
          userStdout = lines.join('\n');
          break;
        } catch {
          // Not this one.
        }
      }
    }
  }
  originalLog(JSON.stringify({ stdout: userStdout, stderr: userStderr, ret_val: returnValue }));
} catch (error) {
  const message = (error && error.stack) ? String(error.stack) : String((error && error.message) || error);
  originalLog(JSON.stringify({ stdout: userStdout, stderr: userStderr + message + '\n', ret_val: '' }));
}
