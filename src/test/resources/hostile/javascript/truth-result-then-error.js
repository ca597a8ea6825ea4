// about: an error after the result is an error, the result is kept
// expect.status: error
// expect.error_type: Error
// expect.ret_val: "kept"
return_val('kept');
throw new Error('after');
