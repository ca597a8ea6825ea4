// about: nothing that can be walked to from the global object has the smell of the host
// expect.status: success
// expect.stdout: "[]\n"
// limits.timeout_ms: 10000
const seen = new Set();
const smelly = [];
const walk = (object, path) => {
  if ((typeof object !== 'object' && typeof object !== 'function') || object === null || seen.has(object)) return;
  seen.add(object);
  for (const key of Reflect.ownKeys(object)) {
    if (/java|javet|door|primordial|^__f|jni|native_|host/i.test(String(key)) && object !== seen) smelly.push(`${path}.${String(key)}`);
    const property = Object.getOwnPropertyDescriptor(object, key);
    if (property !== undefined && path.length < 200) {
      for (const value of [property.value, property.get, property.set]) walk(value, `${path}.${String(key)}`);
    }
  }
  walk(Object.getPrototypeOf(object), `${path}.__proto__`);
};
walk(console, 'console');
walk(return_val, 'return_val');
walk(setTimeout(() => {}, 0), 'timeout');
walk(setImmediate(() => {}), 'immediate');
walk(Error, 'Error');
walk(Promise, 'Promise');
console.log(smelly);
