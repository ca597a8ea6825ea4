// about: run after every case: a run finds nothing of those before it
// expect.status: success
// expect.stdout: "clean 2 [1,2]\n"
// expect.ret_val: "{\"length\":3}"
const found = Object.getOwnPropertyNames(globalThis).filter((name) => /left/i.test(name));
if (found.length > 0) throw new Error(`globals: ${found}`);
for (const prototype of [Object, Array, String, Number, Promise, Function, Map, Error, RegExp].map((c) => c.prototype)) {
  for (const name in prototype) throw new Error(`on a prototype: ${name}`);
}
if (/left/.test(Error.prepareStackTrace) || Error.stackTraceLimit !== 10) throw new Error('stack traces');
if (input !== undefined) throw new Error('an input');
const sum = await Promise.resolve(1).then((n) => n + 1);
console.log('clean', sum, JSON.stringify([1, 2].map((n) => n)));
return_val({ length: 'abc'.length });
