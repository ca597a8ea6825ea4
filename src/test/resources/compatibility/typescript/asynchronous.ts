// about: top-level await, async iteration and generics
// expect.stdout: "[ 2, 4 ]\n7\n"
async function* numbers(): AsyncGenerator<number> { yield 1; yield 2; }
const doubled: number[] = [];
for await (const n of numbers()) doubled.push(n * 2);
console.log(doubled);
const later = <T,>(value: T): Promise<T> => new Promise<T>(resolve => setTimeout(() => resolve(value), 5));
console.log(await later<number>(7));
