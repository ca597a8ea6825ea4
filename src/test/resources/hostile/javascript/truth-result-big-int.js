// about: a BigInt is not JSON
// expect.status: error
// expect.error_type: TypeError
return_val({ n: 1n });
