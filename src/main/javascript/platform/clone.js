// structuredClone, as the HTML standard describes it, for the values of the language itself.
(primordials, { kinds: { kindOf, proxyDetails } }, use) => {
  const {
    ArrayBufferPrototypeGetByteLength, ArrayBufferPrototypeSlice, ArrayBufferPrototypeTransfer, ArrayPrototypePush,
    BigIntPrototypeValueOf, BooleanPrototypeValueOf, DataView, DataViewPrototypeGetBuffer, DataViewPrototypeGetByteLength,
    DataViewPrototypeGetByteOffset, Date, DatePrototypeGetTime, Error, Map, MapPrototypeForEach, MapPrototypeGet,
    MapPrototypeHas, MapPrototypeSet, NumberPrototypeValueOf, Object, ObjectGetOwnPropertyDescriptor, ObjectKeys,
    RegExp, RegExpPrototypeGetFlags, RegExpPrototypeGetSource, Set, SetPrototypeAdd, SetPrototypeForEach, String,
    StringPrototypeValueOf, TypedArrayPrototypeGetBuffer, TypedArrayPrototypeGetByteOffset, TypedArrayPrototypeGetLength,
    TypedArrayPrototypeGetSymbolToStringTag, define, list, safeMap,
  } = primordials;

  const { DOMException } = use('exceptions');

  const errorTypes = { __proto__: null };
  for (const name of ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError']) errorTypes[name] = primordials[name];

  const refuse = (value) => {
    let text = 'The object';
    try {
      text = typeof value === 'symbol' || typeof value === 'function' ? String(value) : `${kindOf(value) === 'Object' ? '#<Object>' : `#<${kindOf(value)}>`}`;
    } catch {
      // Then without its text.
    }
    throw new DOMException(`${text} could not be cloned.`, 'DataCloneError');
  };

  const put = (target, key, value) => primordials.ObjectDefineProperty(target, key, {
    __proto__: null, value, writable: true, enumerable: true, configurable: true,
  });

  const copyProperties = (value, target, seen) => {
    const keys = ObjectKeys(value);
    for (let i = 0; i < keys.length; i++) put(target, keys[i], clone(value[keys[i]], seen));
    return target;
  };

  const cloneError = (value, seen) => {
    const type = errorTypes[`${value.name}`] ?? Error;
    const copy = new type();
    const message = ObjectGetOwnPropertyDescriptor(value, 'message');
    if (message !== undefined) define(copy, 'message', `${message.value}`);
    define(copy, 'stack', `${value.stack}`);
    MapPrototypeSet(seen, value, copy);
    if (ObjectGetOwnPropertyDescriptor(value, 'cause') !== undefined) define(copy, 'cause', clone(value.cause, seen));
    return copy;
  };

  const viewOf = (kind, value, seen) => {
    if (kind === 'DataView') {
      return new DataView(clone(DataViewPrototypeGetBuffer(value), seen), DataViewPrototypeGetByteOffset(value), DataViewPrototypeGetByteLength(value));
    }
    const type = primordials[TypedArrayPrototypeGetSymbolToStringTag(value)];
    return new type(clone(TypedArrayPrototypeGetBuffer(value), seen), TypedArrayPrototypeGetByteOffset(value), TypedArrayPrototypeGetLength(value));
  };

  const simple = {
    __proto__: null,
    Boolean: (value) => Object(BooleanPrototypeValueOf(value)),
    Number: (value) => Object(NumberPrototypeValueOf(value)),
    String: (value) => Object(StringPrototypeValueOf(value)),
    BigInt: (value) => Object(BigIntPrototypeValueOf(value)),
    Date: (value) => new Date(DatePrototypeGetTime(value)),
    RegExp: (value) => new RegExp(RegExpPrototypeGetSource(value), RegExpPrototypeGetFlags(value)),
    ArrayBuffer: (value) => ArrayBufferPrototypeSlice(value, 0, ArrayBufferPrototypeGetByteLength(value)),
    SharedArrayBuffer: (value) => value,
  };

  const cloneObject = (value, seen) => {
    if (proxyDetails(value) !== undefined) refuse(value);
    const kind = kindOf(value);
    if (kind === 'Error') return cloneError(value, seen);
    if (kind === 'TypedArray' || kind === 'DataView') {
      const view = viewOf(kind, value, seen);
      MapPrototypeSet(seen, value, view);
      return view;
    }
    if (simple[kind] !== undefined) {
      const copy = simple[kind](value);
      MapPrototypeSet(seen, value, copy);
      return copy;
    }
    const copy = { __proto__: null, Map: () => new Map(), Set: () => new Set(), Array: () => new primordials.Array(value.length), Object: () => ({}), Arguments: () => ({}) }[kind]?.();
    if (copy === undefined) refuse(value);
    MapPrototypeSet(seen, value, copy);
    if (kind === 'Map') {
      const entries = list();
      MapPrototypeForEach(value, (item, key) => ArrayPrototypePush(entries, key, item));
      for (let i = 0; i < entries.length; i += 2) MapPrototypeSet(copy, clone(entries[i], seen), clone(entries[i + 1], seen));
      return copy;
    }
    if (kind === 'Set') {
      const items = list();
      SetPrototypeForEach(value, (item) => ArrayPrototypePush(items, item));
      for (let i = 0; i < items.length; i++) SetPrototypeAdd(copy, clone(items[i], seen));
      return copy;
    }
    return copyProperties(value, copy, seen);
  };

  const clone = (value, seen) => {
    if (typeof value === 'symbol' || typeof value === 'function') refuse(value);
    if (value === null || typeof value !== 'object') return value;
    return MapPrototypeHas(seen, value) ? MapPrototypeGet(seen, value) : cloneObject(value, seen);
  };

  const { structuredClone } = {
    structuredClone(value, options) {
      if (arguments.length === 0) throw new primordials.TypeError('The "value" argument must be specified');
      const seen = safeMap();
      const transfer = options?.transfer;
      for (let i = 0; i < (transfer?.length ?? 0); i++) {
        if (kindOf(transfer[i]) !== 'ArrayBuffer') refuse(transfer[i]);
        MapPrototypeSet(seen, transfer[i], ArrayBufferPrototypeTransfer(transfer[i]));
      }
      return clone(value, seen);
    },
  };
  return { globals: { structuredClone } };
}
