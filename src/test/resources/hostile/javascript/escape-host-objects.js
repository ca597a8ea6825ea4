// about: no object of the host or of another engine has a name here
// expect.status: success
// expect.stdout: "\n"
const names = ['java', 'Java', 'Packages', 'js', 'Polyglot', 'Graal', 'Deno', 'Bun', 'require', 'module', 'exports',
  'load', 'quit', 'print', 'read', 'gc', 'd8', 'WebAssembly', 'Worker', 'importScripts', 'fetch', 'XMLHttpRequest',
  'WebSocket', 'document', 'window', 'global_', '__faas', '__dirname', 'Javet', 'javet', 'host', 'engine', '$vm', 'drainMicrotasks'];
console.log(names.filter((name) => name in globalThis).join(' '));
