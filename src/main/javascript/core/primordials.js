// The built-ins as they were before any user code ran. Everything else in the bootstrap uses these and nothing that
// user code can reach, so that a patched prototype cannot change results, console, timers or error reports.
// Methods are taken off their prototype: ArrayPrototypeJoin(array, ', '). Getters carry "Get": MapPrototypeGetSize(map).
() => {
  const primordials = { __proto__: null };
  const { bind, call } = Function.prototype;
  const uncurryThis = bind.bind(call);
  const { getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf, defineProperty } = Object;

  const nameOf = (key) => {
    const text = typeof key === 'symbol' ? `Symbol${key.description.slice(7, 8).toUpperCase()}${key.description.slice(8)}` : key;
    return text[0].toUpperCase() + text.slice(1);
  };
  const copy = (prefix, source, convert) => {
    for (const key of Reflect.ownKeys(source)) {
      const { value, get } = getOwnPropertyDescriptor(source, key);
      if (get) {
        primordials[`${prefix}Get${nameOf(key)}`] = uncurryThis(get);
      } else {
        primordials[`${prefix}${nameOf(key)}`] = typeof value === 'function' ? convert(value) : value;
      }
    }
  };

  for (const name of ['Atomics', 'JSON', 'Math', 'Reflect']) {
    primordials[name] = globalThis[name];
    copy(name, globalThis[name], (method) => method);
  }
  for (const name of [
    'Array', 'ArrayBuffer', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean', 'DataView', 'Date', 'Error',
    'EvalError', 'Float32Array', 'Float64Array', 'Function', 'Int16Array', 'Int32Array', 'Int8Array', 'Map', 'Number',
    'Object', 'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'RegExp', 'Set', 'String',
    'Symbol', 'SyntaxError', 'TypeError', 'URIError', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray',
    'WeakMap', 'WeakSet',
  ]) {
    const constructor = globalThis[name];
    primordials[name] = constructor;
    copy(name, constructor, (method) => bind.call(method, constructor));
    if (constructor.prototype) {
      copy(`${name}Prototype`, constructor.prototype, uncurryThis);
    }
  }
  copy('TypedArrayPrototype', getPrototypeOf(Uint8Array.prototype), uncurryThis);
  // V8 adds the newest built-ins to a context only after its snapshot is restored.
  let isError = (value) => value instanceof Error;
  primordials.isError = (value) => isError(value);
  primordials.bindLate = () => {
    isError = Error.isError;
  };
  primordials.globalEval = globalThis.eval;
  primordials.parseFloat = parseFloat;
  primordials.parseInt = parseInt;
  primordials.dateNow = Date.now;
  primordials.encodeURIComponent = encodeURIComponent;
  primordials.decodeURIComponent = decodeURIComponent;
  primordials.AsyncFunctionPrototype = getPrototypeOf(async () => {});
  primordials.GeneratorFunctionPrototype = getPrototypeOf(function* () {});
  primordials.AsyncGeneratorFunctionPrototype = getPrototypeOf(async function* () {});

  primordials.uncurryThis = uncurryThis;

  // An array that inherits nothing: a setter that user code puts on Array.prototype is never called.
  primordials.list = () => setPrototypeOf([], null);
  // Null-prototype maps and sets behave as intended through the captured methods only.
  primordials.safeMap = () => setPrototypeOf(new Map(), null);
  primordials.safeSet = () => setPrototypeOf(new Set(), null);
  // A property as a plain assignment makes it on a global: writable, configurable, not enumerable.
  primordials.define = (target, key, value) =>
    defineProperty(target, key, { __proto__: null, value, writable: true, configurable: true, enumerable: false });
  return primordials;
}
