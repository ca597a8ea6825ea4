// about: import.meta tells nothing about the machine
// expect.status: syntax_error
console.log(import.meta.url);
