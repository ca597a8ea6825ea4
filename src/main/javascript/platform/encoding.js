// TextEncoder and TextDecoder: @exodus/bytes, which knows every label of the Encoding Standard, with the properties and
// error codes of Node.
(primordials, { kinds }, use, library) => {
  const {
    DataViewPrototypeGetBuffer, DataViewPrototypeGetByteLength, DataViewPrototypeGetByteOffset, ObjectDefineProperty,
    RangeError, SymbolFor, TypeError, TypedArrayPrototypeGetBuffer, TypedArrayPrototypeGetByteLength,
    TypedArrayPrototypeGetByteOffset, TypedArrayPrototypeGetSymbolToStringTag, Uint8Array,
  } = primordials;
  const { coded, shown, tag, wrongType } = use('exceptions');
  const require = library('encoding');
  const bytes = require();
  const { isMultibyte, setMultibyte } = require('exodus__bytes/fallback/encoding.js');
  /** The encodings of East Asia, whose tables are large. */
  const loadMultibyte = () => {
    const { createMultibyteDecoder } = library('encoding-multibyte', {
      __proto__: null,
      get './multi-byte.encodings.json'() {
        return library('encoding-tables')();
      },
    })();
    setMultibyte(createMultibyteDecoder);
  };
  const customInspect = SymbolFor('nodejs.util.inspect.custom');
  const kindOf = (value) => (value !== null && typeof value === 'object' && kinds.proxyDetails(value) === undefined ? kinds.kindOf(value) : '');

  /** A buffer or a view as bytes; undefined when it is neither. */
  const bytesOf = (source) => {
    switch (kindOf(source)) {
      case 'ArrayBuffer':
      case 'SharedArrayBuffer':
        return new Uint8Array(source);
      case 'TypedArray':
        return new Uint8Array(TypedArrayPrototypeGetBuffer(source), TypedArrayPrototypeGetByteOffset(source), TypedArrayPrototypeGetByteLength(source));
      case 'DataView':
        return new Uint8Array(DataViewPrototypeGetBuffer(source), DataViewPrototypeGetByteOffset(source), DataViewPrototypeGetByteLength(source));
      default:
        return undefined;
    }
  };

  const encoder = new bytes.TextEncoder();
  class TextEncoder {
    #brand;

    get encoding() {
      return 'utf-8';
    }

    encode(input = '') {
      return encoder.encode(`${input}`);
    }

    encodeInto(source, destination) {
      if (typeof source !== 'string') throw wrongType('src', 'of type string', source);
      if (kindOf(destination) !== 'TypedArray' || TypedArrayPrototypeGetSymbolToStringTag(destination) !== 'Uint8Array') {
        throw wrongType('dest', 'an instance of Uint8Array', destination);
      }
      return encoder.encodeInto(source, destination);
    }

    [customInspect](depth, options) {
      // What Node shows has no name in front.
      return typeof depth === 'number' && depth < 0 ? '[Object]' : { encoding: this.encoding };
    }
  }
  tag(TextEncoder.prototype, 'TextEncoder');

  const labels = bytes.normalizeEncoding;
  class TextDecoder {
    #decoder;

    constructor(label = 'utf-8', options = {}) {
      if (typeof options !== 'object' && typeof options !== 'function') throw wrongType('options', 'of type object', options);
      const name = `${label}`;
      const encoding = labels(name);
      if (encoding === null || encoding === 'replacement') {
        throw coded(RangeError, 'ERR_ENCODING_NOT_SUPPORTED', `The "${name}" encoding is not supported`);
      }
      if (isMultibyte(encoding)) loadMultibyte();
      this.#decoder = new bytes.TextDecoder(encoding, { fatal: !!options?.fatal, ignoreBOM: !!options?.ignoreBOM });
    }

    get encoding() {
      return this.#decoder.encoding;
    }

    get fatal() {
      return this.#decoder.fatal;
    }

    get ignoreBOM() {
      return this.#decoder.ignoreBOM;
    }

    decode(input = undefined, options = {}) {
      const decoder = this.#decoder;
      const source = input === undefined ? new Uint8Array(0) : bytesOf(input);
      if (source === undefined) throw wrongType('list', 'an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView', input);
      const stream = !!options?.stream;
      try {
        return decoder.decode(source, { stream });
      } catch (error) {
        if (!decoder.fatal || primordials.ObjectGetPrototypeOf(error) !== primordials.TypeErrorPrototype) throw error;
        const invalid = new TypeError(`The encoded data was not valid for encoding ${decoder.encoding}`);
        invalid.code = 'ERR_ENCODING_INVALID_ENCODED_DATA';
        throw invalid;
      }
    }

    [customInspect](depth, options) {
      return shown('TextDecoder', depth, options, { encoding: this.encoding, fatal: this.fatal, ignoreBOM: this.ignoreBOM });
    }
  }
  tag(TextDecoder.prototype, 'TextDecoder');
  for (const [prototype, names] of [[TextEncoder.prototype, ['encoding', 'encode', 'encodeInto']], [TextDecoder.prototype, ['encoding', 'fatal', 'ignoreBOM', 'decode']]]) {
    for (const name of names) ObjectDefineProperty(prototype, name, { __proto__: null, enumerable: true });
  }

  const utf8 = new bytes.TextDecoder('utf-8', { ignoreBOM: true });
  return {
    bytesOf,
    encode: (text) => encoder.encode(text),
    decode: (source) => utf8.decode(source),
    globals: { TextEncoder, TextDecoder },
  };
}
