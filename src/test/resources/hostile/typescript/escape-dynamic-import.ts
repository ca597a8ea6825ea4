// about: no modules through import() either
// expect.status: error
const fs: unknown = await import('node:fs');
console.log(fs);
