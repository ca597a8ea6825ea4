// about: structuredClone
// expect.stdout: "{\n  a: [ 1, { b: 2 } ],\n  d: 2024-01-01T00:00:00.000Z,\n  m: Map(1) { 1 => Set(1) { 2 } }\n}\ntrue false\nDataCloneError\n"
const o = { a: [1, { b: 2 }], d: new Date(Date.UTC(2024, 0, 1)), m: new Map([[1, new Set([2])]]) };
console.log(structuredClone(o));
const c = { n: {} }; c.self = c;
const copy = structuredClone(c);
console.log(copy.self === copy, copy.n === c.n);
try { structuredClone(() => 1); } catch (e) { console.log(e.name); }
