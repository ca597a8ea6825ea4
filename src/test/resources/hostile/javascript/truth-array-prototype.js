// about: replaced methods of lists do not change output or results
// expect.status: success
// expect.stdout: "[ 1, 2 ] x\n"
// expect.ret_val: "[1,2]"
for (const name of Object.getOwnPropertyNames(Array.prototype)) {
  if (name !== 'constructor' && name !== 'length') Array.prototype[name] = () => 'forged';
}
Array.prototype[Symbol.iterator] = function* () {
  yield 'forged';
};
console.log([1, 2], 'x');
return_val([1, 2]);
