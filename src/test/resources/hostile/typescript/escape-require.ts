// about: import = require is refused before anything runs
// expect.status: syntax_error
import fs = require('fs');
console.log(fs);
