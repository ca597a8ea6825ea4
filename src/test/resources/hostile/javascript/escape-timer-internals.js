// about: the inner lists of timers cannot be reached or forged
// expect.status: success
// expect.stdout: "later\n"
const timeout = setTimeout(() => console.log('later'), 5);
for (const key of Reflect.ownKeys(Object.getPrototypeOf(timeout))) {
  for (const self of [{}, null, timeout.constructor, Object.create(timeout)]) {
    try {
      Object.getPrototypeOf(timeout)[key].call(self);
    } catch {
      // not a timer
    }
  }
}
for (const forged of [{ id: 1 }, -1, NaN, 'x', null, { [Symbol.toPrimitive]: () => { throw 1; } }]) clearTimeout(forged);
