// about: after a failed one the earlier result stands
// expect.status: success
// expect.ret_val: "first"
const cyclic = {};
cyclic.self = cyclic;
return_val('first');
try {
  return_val(cyclic);
} catch {
  // as expected
}
