// about: an error in code behind types is an error with its type
// expect.status: error
// expect.error_type: TypeError
// expect.error_contains: Cannot read properties of undefined
interface A { b?: { c: number } }
const a: A = {};
console.log(a.b!.c);
