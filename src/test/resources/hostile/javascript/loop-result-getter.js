// about: a getter of the result that never answers is ended
// expect.status: timeout
// expect.ret_val: ""
// limits.timeout_ms: 500
return_val({
  get value() {
    for (;;) {}
  },
});
