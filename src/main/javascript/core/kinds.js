// Tells what a value really is, without running user code: internal slots decide, never a spoofable name or tag.
(primordials) => {
  const {
    ArrayBufferPrototype, ArrayBufferPrototypeGetByteLength, ArrayIsArray, AsyncFunctionPrototype,
    AsyncGeneratorFunctionPrototype, BigIntPrototype, BigIntPrototypeValueOf, BooleanPrototype,
    BooleanPrototypeValueOf, DataViewPrototype, DataViewPrototypeGetByteLength, DatePrototype, DatePrototypeGetTime,
    FunctionPrototype, GeneratorFunctionPrototype, MapPrototype, MapPrototypeGetSize, NumberPrototype,
    NumberPrototypeValueOf, ObjectGetPrototypeOf, ObjectPrototype, ObjectPrototypeToString, PromisePrototype, Proxy,
    ReflectConstruct, RegExpPrototype, RegExpPrototypeGetSource, SetPrototype, SetPrototypeGetSize,
    StringPrototype, StringPrototypeValueOf,
    SymbolPrototype, SymbolPrototypeValueOf, TypedArrayPrototypeGetSymbolToStringTag, WeakMapPrototype,
    WeakMapPrototypeGet, WeakMapPrototypeHas, WeakMapPrototypeSet, WeakMap, WeakSetPrototype, WeakSetPrototypeHas,
    MapPrototypeGet, MapPrototypeSet, ObjectGetOwnPropertyDescriptor, define, isError, safeMap, uncurryThis,
  } = primordials;

  const passes = (probe) => (value) => {
    try {
      probe(value);
      return true;
    } catch {
      return false;
    }
  };
  const key = {};
  const probes = {
    __proto__: null,
    Map: passes(MapPrototypeGetSize),
    Set: passes(SetPrototypeGetSize),
    WeakMap: passes((value) => WeakMapPrototypeHas(value, key)),
    WeakSet: passes((value) => WeakSetPrototypeHas(value, key)),
    ArrayBuffer: passes(ArrayBufferPrototypeGetByteLength),
    DataView: passes(DataViewPrototypeGetByteLength),
    Date: passes(DatePrototypeGetTime),
    Number: passes(NumberPrototypeValueOf),
    String: passes(StringPrototypeValueOf),
    Boolean: passes(BooleanPrototypeValueOf),
    BigInt: passes(BigIntPrototypeValueOf),
    Symbol: passes(SymbolPrototypeValueOf),
    RegExp: passes(RegExpPrototypeGetSource),
    Promise: (value) => promiseProbe(value),
    TypedArray: (value) => TypedArrayPrototypeGetSymbolToStringTag(value) !== undefined,
  };
  let promiseProbe = (value) => ObjectPrototypeToString(value) === '[object Promise]';

  const kindByPrototype = safeMap();
  const register = (prototype, kind) => MapPrototypeSet(kindByPrototype, prototype, kind);
  register(MapPrototype, 'Map');
  register(SetPrototype, 'Set');
  register(WeakMapPrototype, 'WeakMap');
  register(WeakSetPrototype, 'WeakSet');
  register(ArrayBufferPrototype, 'ArrayBuffer');
  register(DataViewPrototype, 'DataView');
  register(DatePrototype, 'Date');
  register(NumberPrototype, 'Number');
  register(StringPrototype, 'String');
  register(BooleanPrototype, 'Boolean');
  register(BigIntPrototype, 'BigInt');
  register(SymbolPrototype, 'Symbol');
  register(RegExpPrototype, 'RegExp');
  register(PromisePrototype, 'Promise');
  register(ObjectGetPrototypeOf(primordials.Uint8ArrayPrototype), 'TypedArray');
  const plain = 'Object';
  register(ObjectPrototype, plain);

  const builtinTag = (value) => {
    const text = ObjectPrototypeToString(value);
    return text === '[object Arguments]' ? 'Arguments' : plain;
  };
  const bySlots = (value) => {
    for (const kind in probes) {
      if (probes[kind](value)) {
        return kind;
      }
    }
    return plain;
  };

  /** 'Array', 'Error', 'Function', 'Arguments', a key of probes, or 'Object'. The value is an object and no proxy. */
  const kindOf = (value) => {
    if (typeof value === 'function') return 'Function';
    if (ArrayIsArray(value)) return 'Array';
    if (isError(value)) return 'Error';
    let prototype = ObjectGetPrototypeOf(value);
    if (prototype === null) return bySlots(value);
    for (; prototype !== null && targetOf(prototype) === undefined; prototype = ObjectGetPrototypeOf(prototype)) {
      const kind = MapPrototypeGet(kindByPrototype, prototype);
      if (kind !== undefined) {
        return kind !== plain && probes[kind](value) ? kind : builtinTag(value);
      }
    }
    return plain;
  };

  const functionKindOf = (value) => {
    for (let p = ObjectGetPrototypeOf(value); p !== null && p !== FunctionPrototype; p = ObjectGetPrototypeOf(p)) {
      if (p === AsyncFunctionPrototype) return 'AsyncFunction';
      if (p === GeneratorFunctionPrototype) return 'GeneratorFunction';
      if (p === AsyncGeneratorFunctionPrototype) return 'AsyncGeneratorFunction';
      if (targetOf(p) !== undefined) break;
    }
    return 'Function';
  };

  // JavaScript cannot ask whether something is a proxy, and printing must not trigger traps. So the one way to make a
  // proxy is replaced by one that remembers the target.
  const details = new WeakMap();
  const remember = (proxy, target, handler) => WeakMapPrototypeSet(details, proxy, { __proto__: null, target, handler });
  const recording = new Proxy(Proxy, {
    __proto__: null,
    construct(target, args, newTarget) {
      const proxy = ReflectConstruct(target, args, newTarget);
      remember(proxy, args[0], args[1]);
      return proxy;
    },
  });
  const { revocable } = Proxy;
  define(Proxy, 'revocable', {
    revocable(target, handler) {
      const result = revocable(target, handler);
      remember(result.proxy, target, handler);
      return result;
    },
  }.revocable);
  define(globalThis, 'Proxy', recording);

  /** {target, handler} of a proxy; undefined for anything else. */
  const proxyDetails = (value) => WeakMapPrototypeGet(details, value);
  const targetOf = (value) => WeakMapPrototypeGet(details, value)?.target;
  const isRevoked = (proxy) => {
    try {
      ArrayIsArray(proxy);
      return false;
    } catch {
      return true;
    }
  };

  return {
    kindOf, functionKindOf, proxyDetails, isRevoked,
    usePromiseProbe(probe) {
      promiseProbe = probe;
    },
    /** V8 adds some constructors to a context only after its snapshot is restored. */
    addLateKind(constructor) {
      probes[constructor.name] = passes(uncurryThis(ObjectGetOwnPropertyDescriptor(constructor.prototype, 'byteLength').get));
      register(constructor.prototype, constructor.name);
    },
  };
}
