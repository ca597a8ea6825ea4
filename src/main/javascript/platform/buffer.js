// Buffer: the buffer library, with what Node has added since: base64url, the standard's replacement of ill-formed UTF-8,
// and how Node shows one.
(primordials, { inspect: { inspect } }, use, library) => {
  const {
    ArrayPrototypePush, FunctionPrototypeCall, MathMax, MathMin, Number, NumberPrototypeToString, ObjectDefineProperty, ObjectKeys,
    ReflectApply, StringPrototypePadStart, StringPrototypeToLowerCase, SymbolFor, TypeError,
    TypedArrayPrototypeGetBuffer, TypedArrayPrototypeGetByteOffset, TypedArrayPrototypeGetLength, Uint8Array, define, list,
    uncurryThis,
  } = primordials;
  const customInspect = SymbolFor('nodejs.util.inspect.custom');
  const { coded } = use('exceptions');
  const { decode } = use('encoding');
  const { Buffer } = library('buffer')();
  const { prototype } = Buffer;
  const toBase64 = uncurryThis(Uint8Array.prototype.toBase64);
  const toHex = uncurryThis(Uint8Array.prototype.toHex);
  const method = (target, name, value) => define(target, name, value);

  // The library reads both alphabets as base64.
  const known = (encoding) => (typeof encoding === 'string' && StringPrototypeToLowerCase(encoding) === 'base64url' ? 'base64' : encoding);
  const wrap = (target, name) => {
    const original = target[name];
    const { [name]: wrapped } = {
      [name](...args) {
        for (let i = 1; i < args.length; i++) if (typeof args[i] === 'string') args[i] = known(args[i]);
        return ReflectApply(original, this, args);
      },
    };
    method(target, name, wrapped);
  };
  wrap(Buffer, 'from');
  wrap(Buffer, 'alloc');
  wrap(Buffer, 'byteLength');
  for (const name of ['write', 'fill', 'indexOf', 'lastIndexOf', 'includes']) wrap(prototype, name);
  const { isEncoding } = Buffer;
  method(Buffer, 'isEncoding', { isEncoding: (encoding) => isEncoding(known(encoding)) }.isEncoding);
  method(Buffer, 'copyBytesFrom', {
    copyBytesFrom(view, offset = 0, length = undefined) {
      const end = length === undefined ? undefined : offset + length;
      const part = FunctionPrototypeCall(view.subarray, view, offset, end);
      return FunctionPrototypeCall(Buffer.from, Buffer, part.buffer.slice(part.byteOffset, part.byteOffset + part.byteLength));
    },
  }.copyBytesFrom);

  const { toString } = prototype;
  const position = (value, otherwise, length) => {
    const number = value === undefined ? otherwise : Number(value);
    return MathMin(MathMax(number > 0 ? primordials.MathTrunc(number) : 0, 0), length);
  };
  const texts = {
    toString(encoding = 'utf8', start = undefined, end = undefined) {
      const length = TypedArrayPrototypeGetLength(this);
      const from = position(start, 0, length);
      const to = position(end, length, length);
      if (to <= from) return '';
      const part = new Uint8Array(TypedArrayPrototypeGetBuffer(this), TypedArrayPrototypeGetByteOffset(this) + from, to - from);
      switch (StringPrototypeToLowerCase(`${encoding ?? 'utf8'}`)) {
        case 'utf8':
        case 'utf-8':
          return decode(part);
        case 'hex':
          return toHex(part);
        case 'base64':
          return toBase64(part);
        case 'base64url':
          return toBase64(part, { alphabet: 'base64url', omitPadding: true });
        case 'ascii': case 'latin1': case 'binary': case 'ucs2': case 'ucs-2': case 'utf16le': case 'utf-16le':
          return FunctionPrototypeCall(toString, this, encoding, from, to);
        default:
          throw coded(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
      }
    },
  };
  method(prototype, 'toString', texts.toString);
  method(prototype, 'toLocaleString', texts.toString);

  const shownBytes = 50;
  method(prototype, customInspect, function custom(depth, options) {
    const length = TypedArrayPrototypeGetLength(this);
    let text = this.constructor?.name ?? 'Buffer';
    text = `<${text}`;
    for (let i = 0; i < length && i < shownBytes; i++) text += ` ${StringPrototypePadStart(NumberPrototypeToString(this[i], 16), 2, '0')}`;
    if (length > shownBytes) text += ` ... ${length - shownBytes} more byte${length - shownBytes > 1 ? 's' : ''}`;
    // Properties of its own that are no bytes.
    const keys = ObjectKeys(this);
    const extra = list();
    for (let i = length; i < keys.length; i++) ArrayPrototypePush(extra, `${keys[i]}: ${inspect(this[keys[i]], options)}`);
    for (let i = 0; i < extra.length; i++) text += `${length === 0 && i === 0 ? ' ' : ', '}${extra[i]}`;
    return `${text}>`;
  });
  method(prototype, 'inspect', prototype[customInspect]);
  ObjectDefineProperty(prototype, '_isBuffer', { __proto__: null, enumerable: false });
  delete Buffer.TYPED_ARRAY_SUPPORT;
  return { globals: { Buffer } };
}
