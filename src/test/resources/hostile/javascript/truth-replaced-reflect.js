// about: replaced Reflect, Object and Function.prototype.call change nothing
// expect.status: success
// expect.stdout: "{ a: 1 } [ 2 ]\n"
// expect.ret_val: "{\"a\":1}"
for (const holder of [Reflect, Object, Math, Array, Number]) {
  for (const name of Object.getOwnPropertyNames(holder)) {
    if (typeof holder[name] === 'function') {
      try {
        holder[name] = () => 'forged';
      } catch {
        // cannot be replaced
      }
    }
  }
}
Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => 'forged';
console.log({ a: 1 }, [2]);
return_val({ a: 1 });
