// about: the last result counts, also from a timer
// expect.status: success
// expect.ret_val: "late"
setTimeout(() => return_val('late'), 5);
return_val('early');
