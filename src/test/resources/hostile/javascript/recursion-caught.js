// about: an overflow can be caught
// expect.status: success
// expect.stdout: "RangeError\n"
function deeper() {
  return deeper() + 1;
}
try {
  deeper();
} catch (error) {
  console.log(error.name);
}
