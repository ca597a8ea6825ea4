// about: a result with a cycle is an error of the code
// expect.status: error
// expect.error_type: TypeError
interface Node { self?: Node }
const cyclic: Node = {};
cyclic.self = cyclic;
return_val(cyclic);
