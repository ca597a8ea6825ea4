// Blob and File. They hold bytes; there are no streams.
(primordials, modules, use) => {
  const {
    ArrayPrototypePush, MathMax, MathMin, Number, RegExpPrototypeExec, StringPrototypeReplace,
    StringPrototypeToLowerCase, SymbolFor, SymbolIterator, TypeError, TypedArrayPrototypeGetLength, TypedArrayPrototypeSet,
    TypedArrayPrototypeSlice, TypedArrayPrototypeSubarray, Uint8Array, dateNow, list,
  } = primordials;
  const { coded, enumerable, missing, shown, tag, wrongType } = use('exceptions');
  const { bytesOf } = use('bytes');
  const customInspect = SymbolFor('nodejs.util.inspect.custom');
  const empty = new Uint8Array(0);

  const concatenate = (parts) => {
    let size = 0;
    for (let i = 0; i < parts.length; i++) size += TypedArrayPrototypeGetLength(parts[i]);
    const bytes = new Uint8Array(size);
    for (let i = 0, at = 0; i < parts.length; at += TypedArrayPrototypeGetLength(parts[i++])) TypedArrayPrototypeSet(bytes, parts[i], at);
    return bytes;
  };
  const typeOf = (value) => {
    const type = `${value}`;
    return RegExpPrototypeExec(/[^ -~]/, type) === null ? StringPrototypeToLowerCase(type) : '';
  };
  const position = (value, size, otherwise) => {
    if (value === undefined) return otherwise;
    const number = Number(value);
    const whole = number !== number ? 0 : primordials.MathTrunc(number);
    return whole < 0 ? MathMax(size + whole, 0) : MathMin(whole, size);
  };

  class Blob {
    #bytes = empty;
    #type = '';

    constructor(sources = [], options = undefined) {
      if (sources === null || (typeof sources !== 'object' && typeof sources !== 'function') || typeof sources[SymbolIterator] !== 'function') {
        throw wrongType('sources', 'a sequence', sources);
      }
      if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'function') {
        throw wrongType('options', 'of type object', options);
      }
      const endings = options?.endings === undefined ? 'transparent' : `${options.endings}`;
      if (endings !== 'transparent' && endings !== 'native') {
        throw coded(TypeError, 'ERR_INVALID_ARG_VALUE', `The property 'options.endings' is invalid. Received '${endings}'`);
      }
      const parts = list();
      for (const source of sources) {
        const bytes = isBlob(source) ? source.#bytes : bytesOf(source);
        if (bytes !== undefined) ArrayPrototypePush(parts, bytes);
        else {
          const text = `${source}`;
          ArrayPrototypePush(parts, use('encoding').encode(endings === 'native' ? StringPrototypeReplace(text, /\r\n?/g, '\n') : text));
        }
      }
      this.#bytes = concatenate(parts);
      if (options?.type !== undefined) this.#type = typeOf(options.type);
    }

    static is = (value) => value !== null && typeof value === 'object' && #bytes in value;

    get size() {
      return TypedArrayPrototypeGetLength(this.#bytes);
    }

    get type() {
      return this.#type;
    }

    slice(start = 0, end = undefined, contentType = '') {
      const { size } = this;
      const from = position(start, size, 0);
      const result = new Blob();
      result.#bytes = TypedArrayPrototypeSubarray(this.#bytes, from, MathMax(from, position(end, size, size)));
      result.#type = typeOf(contentType);
      return result;
    }

    async arrayBuffer() {
      return primordials.TypedArrayPrototypeGetBuffer(TypedArrayPrototypeSlice(this.#bytes));
    }

    async bytes() {
      return TypedArrayPrototypeSlice(this.#bytes);
    }

    async text() {
      return use('encoding').decode(this.#bytes);
    }

    stream() {
      throw new TypeError('Blob.stream() is not available in the sandbox, because it has no streams; use await blob.bytes() or await blob.text()');
    }

    [customInspect](depth, options) {
      return shown('Blob', depth, options, { size: this.size, type: this.#type });
    }
  }
  const { is: isBlob } = Blob;
  delete Blob.is;
  tag(Blob.prototype, 'Blob');
  enumerable(Blob.prototype, 'size', 'type', 'slice', 'stream', 'text', 'arrayBuffer', 'bytes');

  class File extends Blob {
    #name;
    #lastModified;

    constructor(sources, name, options = undefined) {
      if (arguments.length < 2) throw missing('sources', 'fileName');
      super(sources, options);
      this.#name = primordials.StringPrototypeToWellFormed(`${name}`);
      this.#lastModified = options?.lastModified === undefined ? dateNow() : primordials.MathTrunc(Number(options.lastModified)) || 0;
    }

    get name() {
      return this.#name;
    }

    get lastModified() {
      return this.#lastModified;
    }

    [customInspect](depth, options) {
      return shown('File', depth, options, {
        size: this.size, type: this.type, name: this.#name, lastModified: this.#lastModified,
      });
    }
  }
  tag(File.prototype, 'File');
  enumerable(File.prototype, 'name', 'lastModified');

  return { globals: { Blob, File } };
}
