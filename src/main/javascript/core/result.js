// return_val: the result of a run, handed over outside stdout. The last call wins.
(primordials, { host }) => {
  const {
    ArrayPrototype, JSONStringify, ObjectDefineProperty, ObjectGetOwnPropertyDescriptor, ObjectPrototype,
    ObjectSetPrototypeOf, RangeError, ReflectDeleteProperty, StringPrototypeCharCodeAt, TypeError, define,
  } = primordials;
  // User code may delete the name.
  const world = globalThis;
  let maxBytes = 1_000_000;

  const utf8Length = (text) => {
    let bytes = text.length;
    for (let i = 0; i < text.length; i++) {
      const code = StringPrototypeCharCodeAt(text, i);
      if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
    }
    return bytes;
  };

  // A toJSON on a built-in prototype would rewrite every result; it is out of the way while one is made.
  const hidden = [ObjectPrototype, ArrayPrototype];
  /** Without a prototype: what user code puts on Object.prototype would be part of the descriptor. */
  const toJSONOf = (object) => {
    const descriptor = ObjectGetOwnPropertyDescriptor(object, 'toJSON');
    return descriptor === undefined ? undefined : ObjectSetPrototypeOf(descriptor, null);
  };
  const stringify = (value) => {
    const first = toJSONOf(hidden[0]);
    const second = toJSONOf(hidden[1]);
    if (first === undefined && second === undefined) return JSONStringify(value);
    ReflectDeleteProperty(hidden[0], 'toJSON');
    ReflectDeleteProperty(hidden[1], 'toJSON');
    try {
      return JSONStringify(value);
    } finally {
      if (first?.configurable) ObjectDefineProperty(hidden[0], 'toJSON', first);
      if (second?.configurable) ObjectDefineProperty(hidden[1], 'toJSON', second);
    }
  };

  const serialize = (value) => {
    if (typeof value === 'string') return value;
    const type = typeof value;
    if (type === 'undefined' || type === 'function' || type === 'symbol' || type === 'bigint') {
      throw new TypeError(`return_val: ${type === 'undefined' ? 'undefined' : `a ${type}`} cannot be represented as JSON`);
    }
    const text = stringify(value);
    if (text === undefined) throw new TypeError('return_val: the value cannot be represented as JSON');
    return text;
  };

  const { return_val } = {
    return_val(value) {
      const text = serialize(value);
      if (text.length > maxBytes || (text.length * 3 > maxBytes && utf8Length(text) > maxBytes)) {
        throw new RangeError(`return_val: the result is larger than the limit of ${maxBytes} bytes`);
      }
      host.result(text);
    },
  };
  define(globalThis, 'return_val', return_val);

  return {
    limit(bytes) {
      maxBytes = bytes;
    },
    isReplaced: () => ObjectGetOwnPropertyDescriptor(world, 'return_val')?.value !== return_val,
  };
}
