// about: no modules through import() either
// expect.status: error
const fs = await import('node:fs');
console.log(fs.readFileSync('/etc/passwd', 'utf8'));
