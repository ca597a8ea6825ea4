// about: leaves changed prototypes and built-in functions behind
// expect.status: success
for (const type of [Object, Array, String, Number, Promise, Function, Map, Error, RegExp]) type.prototype.left = 1;
Error.prepareStackTrace = () => 'left';
Error.stackTraceLimit = 1;
Object.defineProperty(Object.prototype, 'toJSON', { value: () => 'left' });
JSON.stringify = () => 'left';
Array.prototype.map = () => ['left'];
Promise.prototype.then = () => 'left';
Math.random = () => 4;
console.log = () => {};
