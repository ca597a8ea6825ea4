// about: an object's own way of showing itself is not handed anything of the host
// expect.status: success
// expect.stdout: "true\n"
let clean = true;
const check = (value) => {
  if (typeof value === 'function' || (typeof value === 'object' && value !== null)) {
    try {
      const made = value.constructor?.constructor ?? value.__proto__?.constructor;
      if (typeof made === 'function' && made.name === 'Function' && made('return this')() !== globalThis) clean = false;
    } catch {
      // nothing to be had
    }
    if ('door' in value || '__faas' in value) clean = false;
  }
};
console.error({ [Symbol.for('nodejs.util.inspect.custom')](...args) { args.forEach(check); return 'x'; } });
console.log(clean);
