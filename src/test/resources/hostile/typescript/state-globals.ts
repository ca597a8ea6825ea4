// about: leaves globals, prototypes and namespaces behind
// expect.status: success
namespace leftBehind { export const n: number = 1; }
(globalThis as any).leftToo = leftBehind.n;
(Array.prototype as any).left = 1;
(Promise.prototype as any).then = (Promise.prototype as any).then.bind;
setTimeout((): void => {}, 1);
