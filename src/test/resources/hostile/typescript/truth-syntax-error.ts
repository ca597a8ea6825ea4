// about: what is no TypeScript is said with its line
// expect.status: syntax_error
// expect.stdout: ""
// expect.error_line: 6
console.log('ran');
const broken: = 1;
