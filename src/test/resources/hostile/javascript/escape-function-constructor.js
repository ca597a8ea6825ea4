// about: made functions see what all code sees, and nothing more
// expect.status: success
// expect.stdout: "true undefined undefined undefined\n"
const made = new Function('return this')();
const { constructor: Async } = async () => {};
const { constructor: Generator } = function* () {};
console.log(
  made === globalThis,
  typeof made.__faas,
  await new Async('return typeof modules')(),
  new Generator('yield typeof primordials')().next().value,
);
