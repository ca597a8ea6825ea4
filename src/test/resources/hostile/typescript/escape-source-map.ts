// about: a source map that the code brings along is not fetched and not believed
// expect.status: error
// expect.error_line: 5
const n: number = 1;
throw new Error('x' + n);
//# sourceMappingURL=file:///etc/passwd
