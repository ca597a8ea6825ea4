// crypto.randomUUID and crypto.getRandomValues, from the host's entropy.
(primordials, { host, kinds }, use) => {
  const {
    NumberPrototypeToString, StringPrototypeCharCodeAt, StringPrototypeIncludes, StringPrototypePadStart, TypeError,
    TypedArrayPrototypeGetBuffer, TypedArrayPrototypeGetByteLength, TypedArrayPrototypeGetByteOffset,
    TypedArrayPrototypeGetSymbolToStringTag, Uint8Array,
  } = primordials;
  const { DOMException, tag } = use('exceptions');
  const maxBytes = 65_536;
  const SecretKey = {};

  class Crypto {
    constructor(key) {
      if (key !== SecretKey) throw new TypeError('Illegal constructor');
    }

    getRandomValues(array) {
      const isTyped = array !== null && typeof array === 'object' && kinds.kindOf(array) === 'TypedArray';
      if (!isTyped || StringPrototypeIncludes(TypedArrayPrototypeGetSymbolToStringTag(array), 'Float')) {
        throw new DOMException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
      }
      const length = TypedArrayPrototypeGetByteLength(array);
      if (length > maxBytes) {
        throw new DOMException(`The requested length exceeds ${maxBytes} bytes`, 'QuotaExceededError');
      }
      const bytes = new Uint8Array(TypedArrayPrototypeGetBuffer(array), TypedArrayPrototypeGetByteOffset(array), length);
      const random = host.random(length);
      for (let i = 0; i < length; i++) bytes[i] = StringPrototypeCharCodeAt(random, i);
      return array;
    }

    randomUUID() {
      const random = host.random(16);
      let text = '';
      for (let i = 0; i < 16; i++) {
        let byte = StringPrototypeCharCodeAt(random, i);
        if (i === 6) byte = (byte & 0x0f) | 0x40;
        if (i === 8) byte = (byte & 0x3f) | 0x80;
        if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
        text += StringPrototypePadStart(NumberPrototypeToString(byte, 16), 2, '0');
      }
      return text;
    }
  }
  tag(Crypto.prototype, 'Crypto');
  return { globals: { Crypto, crypto: new Crypto(SecretKey) } };
}
