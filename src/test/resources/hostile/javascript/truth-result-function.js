// about: a function is no result
// expect.status: error
// expect.error_type: TypeError
return_val(() => 1);
