// about: catching the range error of a string and going on is allowed
// expect.status: success
// expect.stdout: "RangeError\ndone\n"
// limits.timeout_ms: 5000
try {
  'x'.repeat(2 ** 30);
} catch (error) {
  console.log(error.name);
}
console.log('done');
