// about: to declare a thing does not make it
// expect.status: error
// expect.error_type: ReferenceError
declare const process: { exit(code: number): never };
process.exit(0);
