// about: nor is an object that turns into undefined
// expect.status: error
// expect.error_type: TypeError
return_val({ toJSON: () => undefined });
