// about: printing where hardly any stack is left neither crashes nor forges anything
// expect.status: success
// expect.ret_val: "1"
// limits.timeout_ms: 5000
function deeper() {
  try {
    deeper();
  } catch {
    console.error('x');
    return_val(1);
  }
}
try {
  deeper();
} catch {
  // the overflow
}
return_val(1);
