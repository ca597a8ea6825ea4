// about: undefined is no result
// expect.status: error
// expect.error_type: TypeError
return_val(undefined);
