// about: newer methods of arrays, objects, strings, sets and maps
// expect.stdout: "3 [ 3, 2, 1 ] [ 1, 9, 3 ] [ 1, 3 ]\n[ 1, 2, [ 3 ] ] 3\n{ even: [ 2 ], odd: [ 1, 3 ] }\n{ a: 1 } true\na-b-c   x [ 1, 2 ]\nSet(3) { 1, 2, 3 } Set(1) { 2 }\nMap(1) { true => [ 1 ] }\n[ 'b', 'a' ] cause\n"
const a = [1, 2, 3];
console.log(a.at(-1), a.toReversed(), a.with(1, 9), a.toSpliced(1, 1));
console.log([1, [2, [3]]].flat(), a.findLast(n => n > 2));
const { even, odd } = Object.groupBy(a, n => (n % 2 ? 'odd' : 'even'));
console.log({ even, odd });
console.log(Object.fromEntries([['a', 1]]), Object.hasOwn({ b: 1 }, 'b'));
console.log('a b c'.replaceAll(' ', '-'), 'x'.padStart(3), [...'1a2'.matchAll(/\d/g)].map(m => +m[0]));
console.log(new Set([1, 2]).union(new Set([3])), new Set([1, 2]).intersection(new Set([2])));
console.log(Map.groupBy([1], n => n === 1));
console.log(['a', 'b'].toSorted((x, y) => (x < y ? 1 : -1)), new Error('e', { cause: 'cause' }).cause);
