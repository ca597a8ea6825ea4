// about: a getter that asks itself
// expect.status: error
// expect.error_type: RangeError
const object = {
  get value() {
    return this.value;
  },
};
object.value;
