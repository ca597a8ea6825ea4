// TextEncoder, TextDecoder, atob, btoa, and the DOMException that they and structuredClone throw.
(primordials, { kinds }) => {
  const {
    ArrayPrototypePush, DataViewPrototypeGetBuffer, DataViewPrototypeGetByteLength,
    DataViewPrototypeGetByteOffset, Error, ObjectDefineProperty, RangeError, StringFromCharCode,
    StringPrototypeCharCodeAt, StringPrototypeIndexOf, StringPrototypeSlice, StringPrototypeToLowerCase,
    StringPrototypeToWellFormed,
    StringPrototypeTrim, SymbolToStringTag,
    TypeError, TypedArrayPrototypeGetBuffer, TypedArrayPrototypeGetByteLength, TypedArrayPrototypeGetByteOffset,
    TypedArrayPrototypeGetLength, TypedArrayPrototypeSubarray, TypedArrayPrototypeSlice, Uint8Array, define, list,
  } = primordials;

  class DOMException extends Error {
    #code;

    constructor(message = '', name = 'Error') {
      super(`${message}`);
      define(this, 'name', `${name}`);
      this.#code = { __proto__: null, InvalidCharacterError: 5, TypeMismatchError: 17, QuotaExceededError: 22, DataCloneError: 25 }[name] ?? 0;
    }

    get code() {
      return this.#code;
    }
  }

  const tag = (prototype, name) => ObjectDefineProperty(prototype, SymbolToStringTag, { __proto__: null, value: name, configurable: true });
  tag(DOMException.prototype, 'DOMException');

  /** The UTF-8 form of a string, at most so many bytes of it: {bytes, length, read}. */
  const encode = (text, target) => {
    const bytes = target ?? new Uint8Array(text.length * 3);
    const capacity = TypedArrayPrototypeGetLength(bytes);
    let length = 0;
    let read = 0;
    while (read < text.length) {
      let code = StringPrototypeCharCodeAt(text, read);
      let units = 1;
      if (code >= 0xd800 && code <= 0xdfff) {
        const low = read + 1 < text.length ? StringPrototypeCharCodeAt(text, read + 1) : 0;
        if (code <= 0xdbff && low >= 0xdc00 && low <= 0xdfff) {
          code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
          units = 2;
        } else {
          code = 0xfffd;
        }
      }
      const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (length + size > capacity) break;
      if (size === 1) {
        bytes[length++] = code;
      } else {
        bytes[length++] = (size === 2 ? 0xc0 : size === 3 ? 0xe0 : 0xf0) | (code >> (6 * (size - 1)));
        for (let i = size - 2; i >= 0; i--) bytes[length++] = 0x80 | ((code >> (6 * i)) & 0x3f);
      }
      read += units;
    }
    return { __proto__: null, bytes, length, read };
  };

  class TextEncoder {
    get encoding() {
      return 'utf-8';
    }

    encode(input = '') {
      const { bytes, length } = encode(`${input}`);
      return TypedArrayPrototypeSlice(bytes, 0, length);
    }

    encodeInto(source, destination) {
      const { read, length } = encode(`${source}`, destination);
      return { read, written: length };
    }
  }
  tag(TextEncoder.prototype, 'TextEncoder');

  const bytesOf = (source) => {
    if (source === undefined) return new Uint8Array(0);
    const kind = source !== null && typeof source === 'object' ? kinds.kindOf(source) : '';
    if (kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer') return new Uint8Array(source);
    if (kind === 'TypedArray') {
      return new Uint8Array(TypedArrayPrototypeGetBuffer(source), TypedArrayPrototypeGetByteOffset(source), TypedArrayPrototypeGetByteLength(source));
    }
    if (kind === 'DataView') {
      return new Uint8Array(DataViewPrototypeGetBuffer(source), DataViewPrototypeGetByteOffset(source), DataViewPrototypeGetByteLength(source));
    }
    throw new TypeError('The "input" argument must be an instance of ArrayBuffer or ArrayBufferView.');
  };

  /** Decodes with replacement as WHATWG says: one U+FFFD for each maximal part of an ill-formed sequence. */
  const decodeUtf8 = (bytes, fatal, final) => {
    const length = TypedArrayPrototypeGetLength(bytes);
    const parts = list();
    let text = '';
    let i = 0;
    const bad = () => {
      if (fatal) throw new TypeError('The encoded data was not valid for encoding utf-8');
      text += '\ufffd';
    };
    while (i < length) {
      const first = bytes[i];
      if (first < 0x80) {
        text += StringFromCharCode(first);
        i++;
      } else {
        const size = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
        let code = size === 2 ? first & 0x1f : size === 3 ? first & 0x0f : first & 0x07;
        let used = 1;
        for (; used < size && i + used < length; used++) {
          const next = bytes[i + used];
          const low = used > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
          const high = used > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
          if (next < low || next > high) break;
          code = (code << 6) | (next & 0x3f);
        }
        if (size !== 0 && used === size) {
          text += code > 0xffff ? StringFromCharCode(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff)) : StringFromCharCode(code);
        } else if (size !== 0 && i + used === length && !final) {
          break;
        } else {
          bad();
        }
        i += used;
      }
      if (text.length > 8192) {
        ArrayPrototypePush(parts, text);
        text = '';
      }
    }
    let result = '';
    for (let j = 0; j < parts.length; j++) result += parts[j];
    return { __proto__: null, text: result + text, rest: TypedArrayPrototypeSubarray(bytes, i) };
  };

  const decodeUtf16 = (bytes, fatal, final) => {
    const length = TypedArrayPrototypeGetLength(bytes);
    let text = '';
    let i = 0;
    for (; i + 1 < length; i += 2) text += StringFromCharCode(bytes[i] | (bytes[i + 1] << 8));
    if (i < length && final) {
      if (fatal) throw new TypeError('The encoded data was not valid for encoding utf-16le');
      text += '\ufffd';
      i = length;
    }
    return { __proto__: null, text: StringPrototypeToWellFormed(text), rest: TypedArrayPrototypeSubarray(bytes, i) };
  };

  const windows1252 = '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';
  const decodeLatin1 = (bytes) => {
    let text = '';
    const length = TypedArrayPrototypeGetLength(bytes);
    for (let i = 0; i < length; i++) text += bytes[i] >= 0x80 && bytes[i] < 0xa0 ? windows1252[bytes[i] - 0x80] : StringFromCharCode(bytes[i]);
    return { __proto__: null, text, rest: new Uint8Array(0) };
  };

  const labels = {
    __proto__: null, 'utf-8': 'utf-8', utf8: 'utf-8', 'unicode-1-1-utf-8': 'utf-8', 'utf-16le': 'utf-16le', 'utf-16': 'utf-16le',
    'ucs-2': 'utf-16le', unicode: 'utf-16le', ascii: 'windows-1252', 'us-ascii': 'windows-1252', latin1: 'windows-1252',
    'iso-8859-1': 'windows-1252', 'windows-1252': 'windows-1252', cp1252: 'windows-1252',
  };
  const decoders = { __proto__: null, 'utf-8': decodeUtf8, 'utf-16le': decodeUtf16, 'windows-1252': decodeLatin1 };

  const concatenate = (first, second) => {
    const length = TypedArrayPrototypeGetLength(first);
    if (length === 0) return second;
    const result = new Uint8Array(length + TypedArrayPrototypeGetLength(second));
    for (let i = 0; i < length; i++) result[i] = first[i];
    for (let i = length; i < TypedArrayPrototypeGetLength(result); i++) result[i] = second[i - length];
    return result;
  };

  class TextDecoder {
    #encoding;
    #fatal;
    #ignoreBom;
    #rest = new Uint8Array(0);
    #started = false;

    constructor(label = 'utf-8', options = {}) {
      this.#encoding = labels[StringPrototypeToLowerCase(StringPrototypeTrim(`${label}`))];
      if (this.#encoding === undefined) throw new RangeError(`The "${label}" encoding is not supported`);
      this.#fatal = !!options?.fatal;
      this.#ignoreBom = !!options?.ignoreBOM;
    }

    get encoding() {
      return this.#encoding;
    }

    get fatal() {
      return this.#fatal;
    }

    get ignoreBOM() {
      return this.#ignoreBom;
    }

    decode(input, options = {}) {
      const stream = !!options?.stream;
      const bytes = concatenate(this.#rest, bytesOf(input));
      let { text, rest } = decoders[this.#encoding](bytes, this.#fatal, !stream);
      if (!this.#started && text.length > 0) {
        if (!this.#ignoreBom && this.#encoding !== 'windows-1252' && StringPrototypeCharCodeAt(text, 0) === 0xfeff) text = StringPrototypeSlice(text, 1);
        this.#started = true;
      }
      this.#rest = stream ? TypedArrayPrototypeSlice(rest, 0) : new Uint8Array(0);
      if (!stream) this.#started = false;
      return text;
    }
  }
  tag(TextDecoder.prototype, 'TextDecoder');

  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const { btoa, atob } = {
    btoa(input) {
      const text = `${input}`;
      let result = '';
      for (let i = 0; i < text.length; i += 3) {
        let bits = 0;
        for (let j = 0; j < 3; j++) {
          const code = i + j < text.length ? StringPrototypeCharCodeAt(text, i + j) : 0;
          if (code > 0xff) throw new DOMException('Invalid character', 'InvalidCharacterError');
          bits = (bits << 8) | code;
        }
        const left = text.length - i;
        result += alphabet[bits >> 18] + alphabet[(bits >> 12) & 63]
          + (left > 1 ? alphabet[(bits >> 6) & 63] : '=') + (left > 2 ? alphabet[bits & 63] : '=');
      }
      return result;
    },
    atob(input) {
      let text = '';
      const source = `${input}`;
      for (let i = 0; i < source.length; i++) if (StringPrototypeIndexOf('\t\n\f\r ', source[i]) === -1) text += source[i];
      if (text.length % 4 === 0) {
        for (let i = 0; i < 2 && text[text.length - 1] === '='; i++) text = StringPrototypeSlice(text, 0, -1);
      }
      const invalid = () => new DOMException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError');
      if (text.length % 4 === 1) throw invalid();
      let result = '';
      let bits = 0;
      let count = 0;
      for (let i = 0; i < text.length; i++) {
        const value = StringPrototypeIndexOf(alphabet, text[i]);
        if (value === -1) throw invalid();
        bits = ((bits << 6) | value) & 0xffffff;
        count += 6;
        if (count >= 8) {
          count -= 8;
          result += StringFromCharCode((bits >> count) & 0xff);
        }
      }
      return result;
    },
  };

  for (const constructor of [DOMException, TextEncoder, TextDecoder]) define(globalThis, constructor.name, constructor);
  define(globalThis, 'btoa', btoa);
  define(globalThis, 'atob', atob);
  return { DOMException, encode, decode: (bytes) => decodeUtf8(bytes, false, true).text, tag };
}
