// about: a frozen world is still served
// expect.status: success
// expect.stdout: "{ a: 1 }\n"
// expect.ret_val: "{\"a\":1}"
for (const name of Object.getOwnPropertyNames(globalThis)) {
  const value = globalThis[name];
  if (typeof value === 'function' || (typeof value === 'object' && value !== null)) {
    Object.freeze(value);
    if (value.prototype) Object.freeze(value.prototype);
  }
}
Object.freeze(globalThis);
console.log({ a: 1 });
return_val({ a: 1 });
