// about: memory through WebAssembly is not offered
// expect.status: error
// expect.error_type: ReferenceError
new WebAssembly.Memory({ initial: 60000 });
