// about: console is given everything a structure can be
// expect.status: success
// limits.timeout_ms: 10000
const cyclic = { self: null };
cyclic.self = cyclic;
const hostile = [
  cyclic, new Proxy({}, { get() { throw 1; } }), new Proxy(() => {}, { ownKeys: () => ['x'] }), Symbol('x'), 10n, -0,
  new Map([[cyclic, new Set([cyclic])]]), new WeakMap(), Object.create(null), class X { static #y = 1; }, new Date(NaN),
  { get a() { throw new Error('no'); } }, [, , 1], new (class extends Array {})(3), (function () { return arguments; })(1),
  { [Symbol.toStringTag]: 'Forged' }, { constructor: null }, Object.create({ constructor: { name: {} } }),
  new Error('x', { cause: cyclic }), new AggregateError([1, new Error('y')]), Promise.reject(1), globalThis,
  { __proto__: { constructor: class { static get name() { throw 1; } } } },
];
hostile[20].catch(() => {});
for (const value of hostile) {
  for (const method of ['log', 'error', 'dir', 'table', 'group', 'count', 'time', 'timeEnd', 'trace', 'assert']) {
    try {
      console[method](value, value);
      console[method]('%s %d %i %f %j %o %O %c %%', value, value, value, value, value, value, value, value);
    } catch {
      // a thrower was thrown
    }
  }
}
