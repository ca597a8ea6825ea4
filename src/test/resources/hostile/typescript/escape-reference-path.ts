// about: directives to the compiler read no files
// expect.status: success
// expect.ret_val: "1"
/// <reference path="/etc/passwd" />
/// <reference types="node" />
// @ts-ignore
return_val(1);
