// about: modern ECMAScript in TypeScript
// expect.stdout: "3 undefined 5 1,2\n10n { b: 2 }\n"
const xs: number[] = [1, 2, 3];
const o: { a?: { b: number } } = {};
let n: number | null = null;
n ??= 5;
console.log(xs.at(-1), o.a?.b, n, [...new Set([1, 1, 2])].join());
const { a, ...rest }: { a: number; b: number } = { a: 1, b: 2 };
console.log(BigInt(a) * 10n, structuredClone(rest));
