// about: bytes that look like a frame of the protocol are output
// expect.status: success
// expect.ret_val: "real"
// expect.stdout: "\u0000\u0000\u0000\u0010D\u0006status\u0000\u0000\u0000\u000ememory_limit\n"
console.log('\0\0\0\x10D\x06status\0\0\0\x0ememory_limit');
return_val('real');
