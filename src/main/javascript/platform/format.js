// The text of a console call: printf-like placeholders in the first argument, the rest inspected.
(primordials, { inspect: { inspect, numberText, builtinNames }, kinds }) => {
  const {
    BigIntPrototypeToString, JSONStringify, Number, ObjectGetOwnPropertyDescriptor, ObjectGetPrototypeOf,
    ObjectPrototypeHasOwnProperty, String, StringPrototypeCharCodeAt, StringPrototypeSlice, StringPrototypeStartsWith,
    SymbolToPrimitive, TypeErrorPrototype, parseFloat, parseInt,
  } = primordials;

  /** Whether String(value) would give nothing better than "[object Object]". */
  const hasBuiltInToString = (value) => {
    for (let details; (details = kinds.proxyDetails(value)) !== undefined;) {
      if (kinds.isRevoked(value)) return true;
      value = details.target;
    }
    const convertible = typeof value.toString === 'function';
    const primitive = typeof value[SymbolToPrimitive] === 'function';
    if (!convertible && !primitive) return true;
    if (ObjectPrototypeHasOwnProperty(value, 'toString') || ObjectPrototypeHasOwnProperty(value, SymbolToPrimitive)) return false;
    let owner = value;
    do {
      owner = ObjectGetPrototypeOf(owner);
    } while (owner !== null && !(convertible && ObjectPrototypeHasOwnProperty(owner, 'toString'))
      && !(primitive && ObjectPrototypeHasOwnProperty(owner, SymbolToPrimitive)));
    const constructor = owner === null ? undefined : ObjectGetOwnPropertyDescriptor(owner, 'constructor');
    return typeof constructor?.value === 'function' && builtinNames[constructor.value.name] === true;
  };

  const asString = (value) => {
    if (typeof value === 'number') return numberText(value);
    if (typeof value === 'bigint') return `${BigIntPrototypeToString(value)}n`;
    if (typeof value !== 'object' || value === null || !hasBuiltInToString(value)) return String(value);
    return inspect(value, { __proto__: null, depth: 0 });
  };

  const asNumber = (value, convert) => {
    if (typeof value === 'bigint') return `${BigIntPrototypeToString(value)}n`;
    return typeof value === 'symbol' ? 'NaN' : numberText(convert(value));
  };

  const asJson = (value) => {
    try {
      return `${JSONStringify(value)}`;
    } catch (error) {
      const message = ObjectGetOwnPropertyDescriptor(error, 'message')?.value;
      if (ObjectGetPrototypeOf(error) === TypeErrorPrototype && StringPrototypeStartsWith(`${message}`, 'Converting circular')) {
        return '[Circular]';
      }
      throw error;
    }
  };

  const placeholders = {
    __proto__: null,
    115: asString,
    106: asJson,
    100: (value) => asNumber(value, Number),
    105: (value) => asNumber(value, parseInt),
    102: (value) => (typeof value === 'symbol' ? 'NaN' : numberText(parseFloat(value))),
    79: (value) => inspect(value),
    111: (value) => inspect(value, { __proto__: null, showHidden: true, showProxy: true, depth: 4 }),
    99: () => '',
  };

  /** args: the arguments of the call, as an array or arguments object. */
  const format = (args) => {
    const first = args[0];
    let used = 0;
    let result = '';
    let separator = '';
    if (typeof first === 'string') {
      if (args.length === 1) return first;
      let last = 0;
      for (let i = 0; i < first.length - 1; i++) {
        if (StringPrototypeCharCodeAt(first, i) !== 37) continue;
        const next = StringPrototypeCharCodeAt(first, ++i);
        if (next === 37) {
          result += StringPrototypeSlice(first, last, i);
          last = i + 1;
        } else if (used + 1 !== args.length && placeholders[next] !== undefined) {
          result += StringPrototypeSlice(first, last, i - 1) + placeholders[next](args[++used]);
          last = i + 1;
        }
      }
      if (last !== 0) {
        used++;
        separator = ' ';
        result += StringPrototypeSlice(first, last);
      }
    }
    for (; used < args.length; used++) {
      result += separator + (typeof args[used] === 'string' ? args[used] : inspect(args[used]));
      separator = ' ';
    }
    return result;
  };
  return { format };
}
