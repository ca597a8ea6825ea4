// about: WeakRef, WeakMap, WeakSet, FinalizationRegistry, Symbol, Proxy and Reflect
// expect.stdout: "true 1 true\nfunction\nSymbol(s) [ 'get a', 'has b' ]\n[ 'x', Symbol(k) ]\n"
const o = {};
console.log(new WeakRef(o).deref() === o, new WeakMap([[o, 1]]).get(o), new WeakSet([o]).has(o));
console.log(typeof FinalizationRegistry);
const log = [];
const p = new Proxy({}, { get: (t, k) => log.push(`get ${String(k)}`), has: (t, k) => log.push(`has ${String(k)}`) });
p.a; 'b' in p;
console.log(Symbol('s').toString(), log);
console.log(Reflect.ownKeys({ x: 1, [Symbol('k')]: 2 }));
