// about: recursion without an end is an error of the code
// expect.status: error
// expect.error_type: RangeError
function deeper() {
  return deeper() + 1;
}
deeper();
