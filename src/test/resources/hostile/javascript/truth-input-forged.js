// about: the input of a run is its own
// expect.status: success
// expect.ret_val: "undefined"
return_val(`${input}`);
