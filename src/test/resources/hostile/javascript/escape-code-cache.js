// about: patterns and templates with evil flags
// expect.status: error
// expect.error_type: SyntaxError
new RegExp('x', 'host');
