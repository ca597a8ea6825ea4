// about: whatever is reachable, its constructor's constructor makes code in this realm only
// expect.status: success
// expect.stdout: "0\n"
// limits.timeout_ms: 10000
const seen = new Set();
const foreign = new Set();
const queue = [globalThis];
while (queue.length > 0) {
  const object = queue.pop();
  if ((typeof object !== 'object' && typeof object !== 'function') || object === null || seen.has(object)) continue;
  seen.add(object);
  try {
    const made = object.constructor?.constructor;
    if (typeof made === 'function' && made.name === 'Function' && made('return this')() !== globalThis) foreign.add(object);
  } catch {
    // no constructor that makes code
  }
  queue.push(Object.getPrototypeOf(object));
  for (const key of Reflect.ownKeys(object)) {
    const property = Object.getOwnPropertyDescriptor(object, key);
    if (property !== undefined) queue.push(property.value, property.get, property.set);
  }
}
console.log(foreign.size);
