// about: replaced methods of strings do not change output or results
// expect.status: success
// expect.stdout: "{ a: 'x' } 1\n"
// expect.ret_val: "text"
for (const name of Object.getOwnPropertyNames(String.prototype)) {
  if (typeof String.prototype[name] === 'function') String.prototype[name] = () => 'forged';
}
console.log({ a: 'x' }, 1);
return_val('text');
