// about: neither alone
// expect.status: error
// expect.error_type: TypeError
return_val(1n);
