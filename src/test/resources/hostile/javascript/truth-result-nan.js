// about: NaN becomes null, as JSON.stringify has it
// expect.status: success
// expect.ret_val: "{\"score\":null,\"more\":null}"
return_val({ score: NaN, more: -Infinity });
