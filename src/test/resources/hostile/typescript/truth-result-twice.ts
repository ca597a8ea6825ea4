// about: the last result counts
// expect.status: success
// expect.ret_val: "second"
return_val('first' as const);
return_val('second');
