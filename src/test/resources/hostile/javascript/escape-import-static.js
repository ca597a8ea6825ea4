// about: an import statement is refused before anything runs
// expect.status: syntax_error
// expect.stdout: ""
import fs from 'node:fs';
console.log('ran');
