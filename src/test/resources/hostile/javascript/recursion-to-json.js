// about: a result whose toJSON makes new results
// expect.status: error
// limits.timeout_ms: 10000
const make = () => ({ toJSON: () => ({ next: make() }) });
return_val(make());
