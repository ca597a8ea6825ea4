// about: a hundred thousand results are one
// expect.status: success
// expect.ret_val: "99999"
// limits.timeout_ms: 10000
for (let i = 0; i < 100_000; i++) return_val(i);
