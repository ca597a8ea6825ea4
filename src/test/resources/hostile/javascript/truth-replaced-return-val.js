// about: a replaced return_val returns nothing
// expect.status: success
// expect.ret_val: ""
globalThis.return_val = () => {};
return_val('real');
