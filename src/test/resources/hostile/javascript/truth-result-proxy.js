// about: a proxy is what it says it is
// expect.status: success
// expect.ret_val: "{\"a\":\"x\"}"
return_val(new Proxy({ a: 1 }, { get: (target, name) => (name === 'toJSON' ? undefined : 'x') }));
