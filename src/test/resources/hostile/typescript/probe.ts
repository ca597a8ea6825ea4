// about: run after every case: a run finds nothing of those before it
// expect.status: success
// expect.stdout: "clean 2\n"
// expect.ret_val: "{\"length\":3}"
enum Mode { On = 1 }
interface Sized { length: number }
const found: string[] = Object.getOwnPropertyNames(globalThis).filter((name: string) => /left/i.test(name));
if (found.length > 0) throw new Error(`globals: ${found}`);
for (const name in Array.prototype) throw new Error(`on a prototype: ${name}`);
const sum: number = await Promise.resolve(Mode.On).then((n) => n + 1);
console.log('clean', sum);
return_val({ length: 'abc'.length } satisfies Sized);
