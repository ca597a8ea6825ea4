// about: an import of values is refused
// expect.status: syntax_error
import { readFileSync } from 'fs';
console.log(readFileSync('/etc/passwd'));
