// about: import says that it is not there
// expect.status: syntax_error
// expect.error_type: UnsupportedFeatureError
// expect.error_contains: import and export of modules are not available in the sandbox
import fs from 'fs';
