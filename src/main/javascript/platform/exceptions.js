// DOMException, and errors with a code as Node makes them.
(primordials, { inspect: { inspect }, kinds: { proxyDetails } }) => {
  const {
    Error, ErrorCaptureStackTrace, ObjectDefineProperty, ObjectPrototypeHasOwnProperty, StringPrototypeSlice,
    StringPrototypeSplit, SymbolToStringTag, TypeError, define,
  } = primordials;

  // In the order of the numbers; the error has the name without underlines, and "Error" at its end.
  const legacy = StringPrototypeSplit('INDEX_SIZE DOMSTRING_SIZE HIERARCHY_REQUEST WRONG_DOCUMENT INVALID_CHARACTER '
    + 'NO_DATA_ALLOWED NO_MODIFICATION_ALLOWED NOT_FOUND NOT_SUPPORTED INUSE_ATTRIBUTE INVALID_STATE SYNTAX '
    + 'INVALID_MODIFICATION NAMESPACE INVALID_ACCESS VALIDATION TYPE_MISMATCH SECURITY NETWORK ABORT URL_MISMATCH '
    + 'QUOTA_EXCEEDED TIMEOUT INVALID_NODE_TYPE DATA_CLONE', ' ');
  const codes = {
    __proto__: null, IndexSizeError: 1, HierarchyRequestError: 3, WrongDocumentError: 4, InvalidCharacterError: 5,
    NoModificationAllowedError: 7, NotFoundError: 8, NotSupportedError: 9, InUseAttributeError: 10, InvalidStateError: 11,
    SyntaxError: 12, InvalidModificationError: 13, NamespaceError: 14, InvalidAccessError: 15, TypeMismatchError: 17,
    SecurityError: 18, NetworkError: 19, AbortError: 20, URLMismatchError: 21, QuotaExceededError: 22, TimeoutError: 23,
    InvalidNodeTypeError: 24, DataCloneError: 25,
  };

  class DOMException extends Error {
    #name = 'Error';

    constructor(message = '', options = 'Error') {
      super(`${message}`);
      if (options !== null && typeof options === 'object') {
        if (options.name !== undefined) this.#name = `${options.name}`;
        if ('cause' in options) define(this, 'cause', options.cause);
      } else {
        this.#name = `${options}`;
      }
      // Again, now that it has its name.
      ErrorCaptureStackTrace(this, new.target);
    }

    get name() {
      return #name in this ? this.#name : 'Error';
    }

    get code() {
      return codes[this.name] ?? 0;
    }
  }
  const tag = (prototype, name) => ObjectDefineProperty(prototype, SymbolToStringTag, { __proto__: null, value: name, configurable: true });
  tag(DOMException.prototype, 'DOMException');
  for (let i = 0; i < legacy.length; i++) {
    const constant = { __proto__: null, value: i + 1, enumerable: true };
    ObjectDefineProperty(DOMException, `${legacy[i]}_ERR`, constant);
    ObjectDefineProperty(DOMException.prototype, `${legacy[i]}_ERR`, constant);
  }

  /** The code is an own property, and stands in the first line of the stack. */
  const coded = (Type, code, message) => {
    const error = new Type(message);
    ErrorCaptureStackTrace(error, coded);
    define(error, 'name', `${error.name} [${code}]`);
    error.stack;
    delete error.name;
    error.code = code;
    return error;
  };

  const received = (value) => {
    if (value === null || value === undefined) return ` Received ${value}`;
    if (proxyDetails(value) !== undefined) return ' Received an instance of Proxy';
    if (typeof value === 'function') return ` Received function ${value.name}`;
    if (typeof value === 'object') {
      return value.constructor?.name ? ` Received an instance of ${value.constructor.name}` : ` Received ${inspect(value, { __proto__: null, depth: -1 })}`;
    }
    const text = inspect(value);
    return ` Received type ${typeof value} (${text.length > 28 ? `${StringPrototypeSlice(text, 0, 25)}...` : text})`;
  };
  /** expected: "of type function", "an instance of Blob". */
  const wrongType = (name, expected, value) =>
    coded(TypeError, 'ERR_INVALID_ARG_TYPE', `The "${name}" argument must be ${expected}.${received(value)}`);
  const missing = (...names) => {
    let text = '';
    for (let i = 0; i < names.length; i++) text += `${i === 0 ? '' : i === names.length - 1 ? ' and ' : ', '}"${names[i]}"`;
    return coded(TypeError, 'ERR_MISSING_ARGS', `The ${text} argument${names.length > 1 ? 's' : ''} must be specified`);
  };
  const illegalConstructor = () => coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');

  /** What stands in front of a custom inspection: undefined when the object is too deep to be shown. */
  const shown = (name, depth, options, members) => {
    if (typeof depth === 'number' && depth < 0) return `[${name}]`;
    const inner = { __proto__: null };
    for (const key in options) if (ObjectPrototypeHasOwnProperty(options, key)) inner[key] = options[key];
    inner.depth = typeof depth === 'number' ? depth - 1 : depth;
    return `${name} ${inspect(members, inner)}`;
  };

  return { DOMException, tag, coded, wrongType, missing, illegalConstructor, received, shown, globals: { DOMException } };
}
