// about: no modules
// expect.status: error
require('child_process').execSync('id');
