// about: namespaces, nested and merged
// expect.stdout: "1 2 3\n"
namespace A { export const x = 1; export namespace B { export const y = 2; } }
namespace A { export function z(): number { return A.x + A.B.y; } }
console.log(A.x, A.B.y, A.z());
