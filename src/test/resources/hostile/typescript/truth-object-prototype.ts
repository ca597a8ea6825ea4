// about: replaced built-in functions do not change the result
// expect.status: success
// expect.ret_val: "{\"score\":1}"
(Object.prototype as any).toJSON = () => 'forged';
(JSON as any).stringify = () => 'forged';
return_val({ score: 1 } as { score: number });
