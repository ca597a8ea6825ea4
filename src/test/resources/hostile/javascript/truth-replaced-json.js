// about: a replaced JSON does not change results
// expect.status: success
// expect.ret_val: "{\"score\":1}"
JSON.stringify = () => '{"score": 42}';
globalThis.JSON = { stringify: () => 'forged' };
return_val({ score: 1 });
