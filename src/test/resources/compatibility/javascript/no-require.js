// about: require says that it is not there
// expect.status: error
// expect.error_contains: require is not
require('fs');
