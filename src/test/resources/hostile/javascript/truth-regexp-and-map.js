// about: replaced methods of everything else do not change output
// expect.status: success
// expect.stdout: "Map(1) { 1 => Set(1) { 2 } } /x/g Symbol(y) 1n\n"
const map = new Map([[1, new Set([2])]]);
for (const type of [RegExp, Map, Set, WeakMap, Symbol, BigInt, Number, Function, Date]) {
  for (const name of Reflect.ownKeys(type.prototype)) {
    const property = Object.getOwnPropertyDescriptor(type.prototype, name);
    if (name !== 'constructor' && property.configurable && typeof property.value === 'function') {
      Object.defineProperty(type.prototype, name, { value: () => 'forged' });
    }
  }
}
console.log(map, /x/g, Symbol('y'), 1n);
