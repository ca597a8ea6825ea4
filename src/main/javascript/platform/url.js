// URL and URLSearchParams: whatwg-url, with the errors and the looks of Node.
(primordials, { inspect: { inspect } }, use, library) => {
  const {
    Array, Object, ObjectGetPrototypeOf, Promise, RegExpPrototypeExec, String, StringFromCharCode,
    StringPrototypeCharCodeAt, StringPrototypeIncludes, StringPrototypeReplace, StringPrototypeToLowerCase, SymbolFor, TypeError, Uint8Array, define,
    encodeURIComponent, uncurryThis,
  } = primordials;
  const customInspect = SymbolFor('nodejs.util.inspect.custom');
  const { shown } = use('exceptions');

  // Of what the library encodes and decodes next to all is ASCII: the real encoder is loaded for the rest.
  class TextEncoder {
    encode(text) {
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        const code = StringPrototypeCharCodeAt(text, i);
        if (code > 0x7f) return use('encoding').encode(text);
        bytes[i] = code;
      }
      return bytes;
    }
  }
  class TextDecoder {
    decode(bytes) {
      let text = '';
      for (let i = 0; i < bytes.length; i++) {
        if (bytes[i] > 0x7f) return use('encoding').decode(bytes);
        text += StringFromCharCode(bytes[i]);
      }
      return text;
    }
  }

  let mapping;
  const idna = {
    toASCII(domain, options) {
      // The standard takes a domain of ASCII as it is, whatever follows its xn--. So few runs need the big tables.
      if (RegExpPrototypeExec(/[^\0-\x7f]/, domain) === null) return StringPrototypeToLowerCase(domain);
      mapping ??= library('idna')();
      return mapping.toASCII(domain, options);
    },
  };
  const require = library('url', { __proto__: null, tr46: idna }, { __proto__: null, TextEncoder, TextDecoder });
  const { URL: urlInterface, URLSearchParams: paramsInterface } = require();

  const invalid = (input, base) => {
    const error = new TypeError('Invalid URL');
    error.code = 'ERR_INVALID_URL';
    error.input = input;
    if (base !== undefined) error.base = base;
    return error;
  };
  /**
   * The library cuts characters outside the Basic Multilingual Plane in two when they stand before an "@". Percent-encoded,
   * they mean the same wherever they stand.
   */
  const encoded = (text) => (StringPrototypeIncludes(text, '@') ? StringPrototypeReplace(text, /[\u{10000}-\u{10ffff}]/gu, encodeURIComponent) : text);
  const implementation = require('whatwg-url/lib/URL-impl.js');
  const { implementation: Parsed } = implementation;
  implementation.implementation = class URLImpl extends Parsed {
    constructor(realm, args, data) {
      let failure;
      try {
        super(realm, [encoded(args[0]), args[1] === undefined ? undefined : encoded(args[1])], data);
      } catch (error) {
        // Everything else is said by the library itself.
        failure = ObjectGetPrototypeOf(error) === primordials.TypeErrorPrototype ? invalid(args[0], args[1]) : error;
      }
      if (failure !== undefined) throw failure;
    }

    get href() {
      return super.href;
    }

    set href(value) {
      try {
        super.href = encoded(value);
      } catch (error) {
        throw ObjectGetPrototypeOf(error) === primordials.TypeErrorPrototype ? invalid(value) : error;
      }
    }
  };
  implementation.implementation.parse = (realm, ...args) => {
    try {
      return urlInterface.createImpl(realm, args);
    } catch {
      return null;
    }
  };

  const realm = { Array, Object, Promise, String, TypeError };
  urlInterface.install(realm, ['Window']);
  paramsInterface.install(realm, ['Window']);
  const { URL, URLSearchParams } = realm;

  const members = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search',
    'searchParams', 'hash'];
  define(URL.prototype, customInspect, function custom(depth, options) {
    if (!urlInterface.is(this)) return this;
    const parts = {};
    for (let i = 0; i < members.length; i++) parts[members[i]] = this[members[i]];
    return shown(this.constructor?.name || 'URL', depth, options, parts);
  });
  const pairs = uncurryThis(URLSearchParams.prototype.forEach);
  define(URLSearchParams.prototype, customInspect, function custom(depth, options) {
    if (!paramsInterface.is(this)) return this;
    if (typeof depth === 'number' && depth < 0) return '[Object]';
    let result = '';
    pairs(this, (value, name) => {
      result += `${result === '' ? ' ' : ', '}${inspect(name, options)} => ${inspect(value, options)}`;
    });
    return result === '' ? 'URLSearchParams {}' : `URLSearchParams {${result} }`;
  });
  return { globals: { URL, URLSearchParams } };
}
