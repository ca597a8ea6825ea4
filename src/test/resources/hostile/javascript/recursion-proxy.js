// about: a proxy of a proxy of a proxy
// expect.status: error
// expect.error_type: RangeError
// limits.timeout_ms: 10000
let proxy = {};
for (let i = 0; i < 100_000; i++) proxy = new Proxy(proxy, {});
proxy.x;
