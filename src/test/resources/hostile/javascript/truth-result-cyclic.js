// about: a result with a cycle is an error of the code
// expect.status: error
// expect.error_type: TypeError
const cyclic = {};
cyclic.self = cyclic;
return_val(cyclic);
