// crypto: random values from the host's entropy; crypto.subtle is a module of its own.
(primordials, { host }, use) => {
  const {
    NumberPrototypeToString, StringPrototypeIncludes, StringPrototypePadStart, TypedArrayPrototypeGetBuffer,
    TypedArrayPrototypeGetByteLength, TypedArrayPrototypeGetByteOffset, TypedArrayPrototypeGetSymbolToStringTag,
    TypedArrayPrototypeSet, Uint8Array,
  } = primordials;
  const { DOMException, enumerable, illegalConstructor, tag } = use('exceptions');
  const { fromText, kindOf } = use('bytes');
  const maxBytes = 65_536;
  const key = {};

  class Crypto {
    constructor(secret) {
      if (secret !== key) throw illegalConstructor();
    }

    get subtle() {
      return use('subtle').subtle;
    }

    getRandomValues(array) {
      const isTyped = kindOf(array) === 'TypedArray';
      if (!isTyped || StringPrototypeIncludes(TypedArrayPrototypeGetSymbolToStringTag(array), 'Float')) {
        throw new DOMException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
      }
      const length = TypedArrayPrototypeGetByteLength(array);
      if (length > maxBytes) {
        throw new DOMException(`The requested length exceeds ${maxBytes} bytes`, 'QuotaExceededError');
      }
      const bytes = new Uint8Array(TypedArrayPrototypeGetBuffer(array), TypedArrayPrototypeGetByteOffset(array), length);
      TypedArrayPrototypeSet(bytes, fromText(host.random(length)));
      return array;
    }

    randomUUID() {
      const random = fromText(host.random(16));
      random[6] = (random[6] & 0x0f) | 0x40;
      random[8] = (random[8] & 0x3f) | 0x80;
      let text = '';
      for (let i = 0; i < 16; i++) {
        if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
        text += StringPrototypePadStart(NumberPrototypeToString(random[i], 16), 2, '0');
      }
      return text;
    }
  }
  tag(Crypto.prototype, 'Crypto');
  enumerable(Crypto.prototype, 'subtle', 'getRandomValues', 'randomUUID');
  return { globals: { Crypto, crypto: new Crypto(key) } };
}
