// about: a toJSON on built-in prototypes does not rewrite objects and lists
// expect.status: success
// expect.ret_val: "{\"a\":[1,2]}"
Object.prototype.toJSON = () => 'forged';
Array.prototype.toJSON = () => 'forged';
return_val({ a: [1, 2] });
