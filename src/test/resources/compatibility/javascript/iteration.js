// about: generators, async iteration, spread, destructuring and iterator helpers
// expect.stdout: "[ 0, 1, 1, 2, 3, 5 ]\n[ 'a', 'b' ]\n1 [ 2, 3 ] { c: 3 } 9\n[ 0, 2, 4 ]\nreturned done\n"
function* fibonacci() { let [a, b] = [0, 1]; for (;;) { yield a; [a, b] = [b, a + b]; } }
const first = [];
for (const n of fibonacci()) { if (first.length === 6) break; first.push(n); }
console.log(first);
async function* letters() { yield 'a'; await null; yield 'b'; }
const seen = [];
for await (const l of letters()) seen.push(l);
console.log(seen);
const [h, ...t] = [1, 2, 3], { a, b, d = 9, ...rest } = { a: 1, b: 2, c: 3 };
console.log(h, t, rest, d);
console.log([...Array(3).keys()].values().map(n => n * 2).toArray());
const g = (function* () { try { yield 1; } finally { console.log('returned', 'done'); } })();
g.next(); g.return();
