// return_val: the result of a run, handed over outside stdout. The last call wins.
(primordials, { host, kinds: { kindOf, proxyDetails } }) => {
  const {
    ArrayPrototype, JSONStringify, ObjectKeys, SymbolToStringTag, StringPrototypeIncludes, ObjectDefineProperty, ObjectGetOwnPropertyDescriptor, ObjectPrototype,
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
  const stringify = (value, replacer) => {
    const first = toJSONOf(hidden[0]);
    const second = toJSONOf(hidden[1]);
    if (first === undefined && second === undefined) return JSONStringify(value, replacer);
    ReflectDeleteProperty(hidden[0], 'toJSON');
    ReflectDeleteProperty(hidden[1], 'toJSON');
    try {
      return JSONStringify(value, replacer);
    } finally {
      if (first?.configurable) ObjectDefineProperty(hidden[0], 'toJSON', first);
      if (second?.configurable) ObjectDefineProperty(hidden[1], 'toJSON', second);
    }
  };

  // What holds something that JSON leaves out, and what to write instead.
  const instead = {
    __proto__: null,
    Promise: 'await it first: return_val(await promise)',
    Map: 'write Object.fromEntries(map) or [...map]',
    Set: 'write [...set]',
    Error: 'write error.message or String(error)',
    RegExp: 'write String(regexp)',
    ArrayBuffer: 'write [...new Uint8Array(buffer)]',
    SharedArrayBuffer: 'write [...new Uint8Array(buffer)]',
    DataView: 'write [...new Uint8Array(view.buffer)]',
    URLSearchParams: 'write Object.fromEntries(params) or String(params)',
    Generator: 'write [...generator]',
    WeakMap: 'what it holds cannot be listed',
    WeakSet: 'what it holds cannot be listed',
  };
  const plain = { __proto__: null, Object: true, Array: true, Arguments: true, TypedArray: true, Number: true, String: true, Boolean: true };
  /** The name of a kind that becomes {} whatever it holds; undefined for everything else. */
  const emptiedKind = (value) => {
    if (value === null || typeof value !== 'object' || proxyDetails(value) !== undefined) return undefined;
    const kind = kindOf(value);
    if (kind !== 'Object') return plain[kind] ? undefined : kind;
    // Objects of the platform and of the language, iterators for example, hold what they hold out of sight.
    if (ObjectKeys(value).length > 0) return undefined;
    const tag = value[SymbolToStringTag];
    return typeof tag === 'string' && tag !== '' ? tag : undefined;
  };
  const refuse = (key, kind) => {
    const what = `${kind === 'ArrayBuffer' || kind === 'Error' || kind === 'Arguments' || kind === 'Array Iterator' ? 'an' : 'a'} ${kind}`;
    const where = key === '' ? what : `${JSONStringify(key)} is ${what}, which`;
    const iterator = StringPrototypeIncludes(kind, 'Iterator') ? 'write [...iterator]' : undefined;
    throw new TypeError(`return_val: ${where} would become {} in JSON; ${instead[kind] ?? iterator ?? 'hand over what is in it'}`);
  };
  const check = (key, value) => {
    const kind = emptiedKind(value);
    if (kind !== undefined) refuse(key, kind);
    return value;
  };

  const serialize = (value) => {
    if (typeof value === 'string') return value;
    const type = typeof value;
    if (type === 'undefined' || type === 'function' || type === 'symbol' || type === 'bigint') {
      throw new TypeError(`return_val: ${type === 'undefined' ? 'undefined' : `a ${type}`} cannot be represented as JSON`);
    }
    const text = stringify(value);
    if (text === undefined) throw new TypeError('return_val: the value cannot be represented as JSON');
    // Something is empty in it: is it meant to be?
    if (StringPrototypeIncludes(text, '{}')) stringify(value, check);
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
