// about: a getter that throws while the result is made is an error of the code
// expect.status: error
// expect.error_type: RangeError
return_val({
  get value() {
    throw new RangeError('no');
  },
});
