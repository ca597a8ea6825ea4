// The classes URL and URLSearchParams.
(primordials, { text: { split }, encoding: { tag }, inspect: { inspect }, url }) => {
  const {
    ArrayPrototypePush, ArrayPrototypeSort, FunctionPrototypeCall, ObjectDefineProperty, ObjectKeys, ObjectSetPrototypeOf,
    StringPrototypeEndsWith, StringPrototypeIncludes, StringPrototypeIndexOf, StringPrototypeSlice, SymbolFor, SymbolIterator,
    TypeError, define, list,
  } = primordials;
  const customInspect = SymbolFor('nodejs.util.inspect.custom');
  // What application/x-www-form-urlencoded keeps: letters, digits and *-._
  const FORM = ' !"#$%&\'()+,/:;<=>?@[\\]^`{|}~';
  const plusAsSpace = (text) => {
    const parts = split(text, '+');
    let result = parts[0];
    for (let i = 1; i < parts.length; i++) result += ` ${parts[i]}`;
    return result;
  };
  const formEncode = (text) => {
    const parts = split(text, ' ');
    let result = url.percentEncode(parts[0], FORM);
    for (let i = 1; i < parts.length; i++) result += `+${url.percentEncode(parts[i], FORM)}`;
    return result;
  };
  const toText = (value) => primordials.StringPrototypeToWellFormed(`${value}`);

  const parsePairs = (text) => {
    const pairs = list();
    const parts = split(text, '&');
    for (let i = 0; i < parts.length; i++) {
      if (parts[i] === '') continue;
      const equals = StringPrototypeIndexOf(parts[i], '=');
      const name = equals === -1 ? parts[i] : StringPrototypeSlice(parts[i], 0, equals);
      const value = equals === -1 ? '' : StringPrototypeSlice(parts[i], equals + 1);
      ArrayPrototypePush(pairs, { __proto__: null, name: url.percentDecode(plusAsSpace(name)), value: url.percentDecode(plusAsSpace(value)) });
    }
    return pairs;
  };

  const IteratorPrototype = primordials.ObjectGetPrototypeOf(primordials.ObjectGetPrototypeOf([][SymbolIterator]()));

  class URLSearchParams {
    #pairs = list();
    #owner;

    constructor(init = '') {
      if (init !== null && typeof init === 'object') this.#fill(init);
      else {
        const text = toText(init);
        this.#pairs = parsePairs(text[0] === '?' ? StringPrototypeSlice(text, 1) : text);
      }
    }

    static attach(params, pairs, owner) {
      params.#pairs = pairs;
      params.#owner = owner;
    }

    #fill(init) {
      if (typeof init[SymbolIterator] === 'function') {
        for (const pair of init) {
          const entry = list();
          for (const item of pair) ArrayPrototypePush(entry, item);
          if (entry.length !== 2) throw new TypeError('Each query pair must be an iterable [name, value] tuple');
          this.#add(entry[0], entry[1]);
        }
        return;
      }
      const keys = ObjectKeys(init);
      for (let i = 0; i < keys.length; i++) this.#add(keys[i], init[keys[i]]);
    }

    #add(name, value) {
      ArrayPrototypePush(this.#pairs, { __proto__: null, name: toText(name), value: toText(value) });
    }

    #keep(test) {
      const kept = list();
      for (let i = 0; i < this.#pairs.length; i++) if (test(this.#pairs[i], i)) ArrayPrototypePush(kept, this.#pairs[i]);
      this.#pairs = kept;
    }

    #changed() {
      this.#owner?.(this.toString());
    }

    get size() {
      return this.#pairs.length;
    }

    append(name, value) {
      this.#add(name, value);
      this.#changed();
    }

    delete(name, value) {
      const wanted = toText(name);
      this.#keep((pair) => pair.name !== wanted || (value !== undefined && pair.value !== toText(value)));
      this.#changed();
    }

    get(name) {
      const wanted = toText(name);
      for (let i = 0; i < this.#pairs.length; i++) if (this.#pairs[i].name === wanted) return this.#pairs[i].value;
      return null;
    }

    getAll(name) {
      const wanted = toText(name);
      const result = [];
      for (let i = 0; i < this.#pairs.length; i++) if (this.#pairs[i].name === wanted) ArrayPrototypePush(result, this.#pairs[i].value);
      return result;
    }

    has(name, value) {
      const wanted = toText(name);
      for (let i = 0; i < this.#pairs.length; i++) {
        if (this.#pairs[i].name === wanted && (value === undefined || this.#pairs[i].value === toText(value))) return true;
      }
      return false;
    }

    set(name, value) {
      const wanted = toText(name);
      let first;
      this.#keep((pair) => {
        if (pair.name !== wanted) return true;
        if (first !== undefined) return false;
        first = pair;
        return true;
      });
      if (first === undefined) this.#add(name, value);
      else first.value = toText(value);
      this.#changed();
    }

    sort() {
      ArrayPrototypeSort(this.#pairs, (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      this.#changed();
    }

    forEach(callback, receiver) {
      for (let i = 0; i < this.#pairs.length; i++) {
        FunctionPrototypeCall(callback, receiver, this.#pairs[i].value, this.#pairs[i].name, this);
      }
    }

    #iterate(select) {
      let i = 0;
      const iterator = {
        next: () => (i < this.#pairs.length ? { value: select(this.#pairs[i++]), done: false } : { value: undefined, done: true }),
      };
      return ObjectSetPrototypeOf(iterator, IteratorPrototype);
    }

    entries() {
      return this.#iterate((pair) => [pair.name, pair.value]);
    }

    keys() {
      return this.#iterate((pair) => pair.name);
    }

    values() {
      return this.#iterate((pair) => pair.value);
    }

    toString() {
      let result = '';
      for (let i = 0; i < this.#pairs.length; i++) {
        result += `${i === 0 ? '' : '&'}${formEncode(this.#pairs[i].name)}=${formEncode(this.#pairs[i].value)}`;
      }
      return result;
    }

    [customInspect]() {
      let result = '';
      for (let i = 0; i < this.#pairs.length; i++) {
        result += `${i === 0 ? ' ' : ', '}${inspect(this.#pairs[i].name)} => ${inspect(this.#pairs[i].value)}`;
      }
      return result === '' ? 'URLSearchParams {}' : `URLSearchParams {${result} }`;
    }
  }
  const { attach } = URLSearchParams;
  delete URLSearchParams.attach;
  define(URLSearchParams.prototype, SymbolIterator, URLSearchParams.prototype.entries);
  tag(URLSearchParams.prototype, 'URLSearchParams');

  const invalid = (input) => {
    const error = new TypeError('Invalid URL');
    error.code = 'ERR_INVALID_URL';
    error.input = input;
    return error;
  };

  const parseWithBase = (input, base) => {
    if (base === undefined) return url.parse(input, undefined);
    const parsedBase = url.parse(base, undefined);
    return parsedBase === null ? null : url.parse(input, parsedBase);
  };

  class URL {
    #record;
    #params;

    constructor(input, base) {
      const text = toText(input);
      this.#record = parseWithBase(text, base === undefined ? undefined : toText(base));
      if (this.#record === null) throw invalid(text);
    }

    static canParse(input, base) {
      return parseWithBase(toText(input), base === undefined ? undefined : toText(base)) !== null;
    }

    static parse(input, base) {
      return URL.canParse(input, base) ? new URL(input, base) : null;
    }

    #refresh() {
      if (this.#params !== undefined) attach(this.#params, parsePairs(this.#record.query ?? ''), this.#update);
    }

    #update = (query) => {
      this.#record.query = query === '' ? null : query;
    };

    get href() {
      return url.serialize(this.#record);
    }

    set href(value) {
      const record = url.parse(toText(value), undefined);
      if (record === null) throw invalid(toText(value));
      this.#record = record;
      this.#refresh();
    }

    get origin() {
      const { protocol } = this.#record;
      return url.isSpecial(protocol) && protocol !== 'file:' ? `${protocol}//${url.hostText(this.#record)}` : 'null';
    }

    get protocol() {
      return this.#record.protocol;
    }

    set protocol(value) {
      const text = toText(value);
      const protocol = url.schemeOf(StringPrototypeIncludes(text, ':') ? text : `${text}:`);
      if (protocol === undefined || url.isSpecial(protocol) !== url.isSpecial(this.#record.protocol)) return;
      this.#record.protocol = protocol;
      url.setPort(this.#record, this.#record.port);
    }

    get username() {
      return this.#record.username;
    }

    set username(value) {
      if (this.#record.host) this.#record.username = url.percentEncode(toText(value), url.USERINFO);
    }

    get password() {
      return this.#record.password;
    }

    set password(value) {
      if (this.#record.host) this.#record.password = url.percentEncode(toText(value), url.USERINFO);
    }

    get host() {
      return url.hostText(this.#record);
    }

    set host(value) {
      if (this.#record.opaque !== undefined) return;
      const text = toText(value);
      const parsed = url.parse(`${this.#record.protocol}//${text}`, undefined);
      if (parsed === null) return;
      this.#record.host = parsed.host;
      if (parsed.port !== '' || StringPrototypeEndsWith(text, ':')) this.#record.port = parsed.port;
    }

    get hostname() {
      return this.#record.host ?? '';
    }

    set hostname(value) {
      if (this.#record.opaque !== undefined) return;
      const host = url.parseHost(toText(value), url.isSpecial(this.#record.protocol));
      if (host !== null) this.#record.host = host;
    }

    get port() {
      return this.#record.port;
    }

    set port(value) {
      if (this.#record.host) url.setPort(this.#record, toText(value));
    }

    get pathname() {
      return url.pathText(this.#record);
    }

    set pathname(value) {
      if (this.#record.opaque !== undefined) return;
      const text = toText(value);
      const special = url.isSpecial(this.#record.protocol);
      const rooted = text[0] === '/' || (special && text[0] === '\\');
      this.#record.path = url.appendPath(list(), rooted ? StringPrototypeSlice(text, 1) : text, special);
    }

    get search() {
      return this.#record.query ? `?${this.#record.query}` : '';
    }

    set search(value) {
      const text = toText(value);
      url.setQuery(this.#record, text === '' ? null : text[0] === '?' ? StringPrototypeSlice(text, 1) : text);
      this.#refresh();
    }

    get searchParams() {
      if (this.#params === undefined) {
        this.#params = new URLSearchParams();
        this.#refresh();
      }
      return this.#params;
    }

    get hash() {
      return this.#record.fragment ? `#${this.#record.fragment}` : '';
    }

    set hash(value) {
      const text = toText(value);
      url.setFragment(this.#record, text === '' ? null : text[0] === '#' ? StringPrototypeSlice(text, 1) : text);
    }

    toString() {
      return this.href;
    }

    toJSON() {
      return this.href;
    }

    [customInspect](depth, options) {
      if (typeof depth === 'number' && depth < 0) return '[URL]';
      const shown = {};
      for (const name of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname',
        'search', 'searchParams', 'hash']) shown[name] = this[name];
      return `URL ${inspect(shown, options)}`;
    }
  }
  tag(URL.prototype, 'URL');
  for (const name of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search',
    'searchParams', 'hash', 'toString', 'toJSON']) {
    ObjectDefineProperty(URL.prototype, name, { __proto__: null, enumerable: true });
  }
  define(globalThis, 'URL', URL);
  define(globalThis, 'URLSearchParams', URLSearchParams);
  return {};
}
