// crypto.subtle: digests and HMAC, from the JDK behind the host's door.
(primordials, { host }, use) => {
  const {
    SetPrototypeAdd, SetPrototypeHas, StringPrototypeToUpperCase, SymbolFor, SymbolIterator, TypedArrayPrototypeGetBuffer,
    TypedArrayPrototypeGetLength, TypedArrayPrototypeSlice, Uint8Array, safeSet,
  } = primordials;
  const { DOMException, enumerable, illegalConstructor, missing, shown, tag, wrongType } = use('exceptions');
  const { bytesOf, fromText, toText } = use('bytes');
  const customInspect = SymbolFor('nodejs.util.inspect.custom');
  const maxBytes = 65_536;
  const key = {};

  // What the JDK calls them, and how many bytes an HMAC key of theirs has.
  const hashes = {
    __proto__: null,
    'SHA-1': { jdk: 'SHA-1', mac: 'HmacSHA1', block: 64 },
    'SHA-256': { jdk: 'SHA-256', mac: 'HmacSHA256', block: 64 },
    'SHA-384': { jdk: 'SHA-384', mac: 'HmacSHA384', block: 128 },
    'SHA-512': { jdk: 'SHA-512', mac: 'HmacSHA512', block: 128 },
  };
  const algorithms = 'SHA-1, SHA-256, SHA-384, SHA-512 and HMAC';
  const nameOf = (algorithm) => StringPrototypeToUpperCase(`${typeof algorithm === 'string' ? algorithm : algorithm?.name}`);
  const notSupported = (what) => new DOMException(`${what} is not available in the sandbox; crypto.subtle knows ${algorithms}`, 'NotSupportedError');
  const hashOf = (algorithm) => {
    const name = nameOf(algorithm);
    if (hashes[name] === undefined) throw notSupported(name);
    return name;
  };
  /** A copy, as the standard takes one before it begins. */
  const dataOf = (value, name) => {
    const bytes = bytesOf(value);
    if (bytes === undefined) throw wrongType(name, 'an instance of ArrayBuffer, Buffer, TypedArray, or DataView', value);
    return TypedArrayPrototypeSlice(bytes);
  };
  const bufferOf = (bytes) => TypedArrayPrototypeGetBuffer(bytes);
  /** One computation at a time: nothing of the user runs between its steps. */
  const compute = (algorithm, secret, data) => {
    host.digestBegin(algorithm, secret === undefined ? undefined : toText(secret, 0, TypedArrayPrototypeGetLength(secret)));
    const length = TypedArrayPrototypeGetLength(data);
    for (let at = 0; at < length; at += maxBytes) host.digestUpdate(toText(data, at, at + maxBytes));
    return fromText(host.digestEnd());
  };

  class CryptoKey {
    #algorithm;
    #extractable;
    #usages;
    #secret;

    constructor(secretKey, algorithm, extractable, usages, secret) {
      if (secretKey !== key) throw illegalConstructor();
      this.#algorithm = algorithm;
      this.#extractable = extractable;
      this.#usages = usages;
      this.#secret = secret;
    }

    static is = (value) => value !== null && typeof value === 'object' && #secret in value;
    static secretOf = (cryptoKey) => cryptoKey.#secret;
    static usagesOf = (cryptoKey) => cryptoKey.#usages;
    static algorithmOf = (cryptoKey) => cryptoKey.#algorithm;

    get type() {
      return 'secret';
    }

    get extractable() {
      return this.#extractable;
    }

    get algorithm() {
      return this.#algorithm;
    }

    get usages() {
      return this.#usages;
    }

    [customInspect](depth, options) {
      return shown('CryptoKey', depth, options, {
        type: 'secret', extractable: this.#extractable, algorithm: this.#algorithm, usages: this.#usages,
      });
    }
  }
  const { is: isKey, secretOf, usagesOf, algorithmOf } = CryptoKey;
  for (const name of ['is', 'secretOf', 'usagesOf', 'algorithmOf']) delete CryptoKey[name];
  tag(CryptoKey.prototype, 'CryptoKey');
  enumerable(CryptoKey.prototype, 'type', 'extractable', 'algorithm', 'usages');

  const usagesFrom = (given) => {
    if (given === null || typeof given !== 'object' || typeof given[SymbolIterator] !== 'function') throw wrongType('keyUsages', 'an instance of Array', given);
    const wanted = safeSet();
    for (const usage of given) {
      if (usage !== 'sign' && usage !== 'verify') throw new DOMException(`Unsupported key usage for an HMAC key: ${usage}`, 'SyntaxError');
      SetPrototypeAdd(wanted, usage);
    }
    const usages = [];
    if (SetPrototypeHas(wanted, 'sign')) usages[0] = 'sign';
    if (SetPrototypeHas(wanted, 'verify')) usages[usages.length] = 'verify';
    if (usages.length === 0) throw new DOMException('Usages cannot be empty when creating a key.', 'SyntaxError');
    return usages;
  };
  const hmacKey = (algorithm, extractable, usages, secret) => {
    const hash = hashOf(algorithm.hash);
    const description = { name: 'HMAC', hash: { name: hash }, length: TypedArrayPrototypeGetLength(secret) * 8 };
    return new CryptoKey(key, description, !!extractable, usagesFrom(usages), secret);
  };
  const hmac = (algorithm, cryptoKey, usage, data) => {
    if (nameOf(algorithm) !== 'HMAC') throw notSupported(nameOf(algorithm));
    if (!isKey(cryptoKey)) throw wrongType('key', 'an instance of CryptoKey', cryptoKey);
    const usages = usagesOf(cryptoKey);
    if (usages[0] !== usage && usages[1] !== usage) throw new DOMException(`The key does not allow "${usage}"`, 'InvalidAccessError');
    return compute(hashes[algorithmOf(cryptoKey).hash.name].mac, secretOf(cryptoKey), dataOf(data, 'data'));
  };
  const base64url = (bytes) => primordials.FunctionPrototypeCall(Uint8Array.prototype.toBase64, bytes, { alphabet: 'base64url', omitPadding: true });

  class SubtleCrypto {
    constructor(secret) {
      if (secret !== key) throw illegalConstructor();
    }

    async digest(algorithm, data) {
      if (arguments.length < 2) throw missing('algorithm', 'data');
      const name = hashOf(algorithm);
      return bufferOf(compute(hashes[name].jdk, undefined, dataOf(data, 'data')));
    }

    async importKey(format, keyData, algorithm, extractable, keyUsages) {
      if (nameOf(algorithm) !== 'HMAC') throw notSupported(nameOf(algorithm));
      let secret;
      if (format === 'raw') {
        secret = dataOf(keyData, 'keyData');
      } else if (format === 'jwk' && keyData?.kty === 'oct') {
        secret = primordials.FunctionPrototypeCall(Uint8Array.fromBase64, Uint8Array, `${keyData.k}`, { alphabet: 'base64url' });
      } else {
        throw notSupported(`The key format ${format}`);
      }
      if (TypedArrayPrototypeGetLength(secret) === 0) throw new DOMException('Zero-length key is not supported', 'DataError');
      return hmacKey(algorithm, extractable, keyUsages, secret);
    }

    async generateKey(algorithm, extractable, keyUsages) {
      if (nameOf(algorithm) !== 'HMAC') throw notSupported(nameOf(algorithm));
      const bits = algorithm.length ?? hashes[hashOf(algorithm.hash)].block * 8;
      if (!(bits > 0 && bits <= maxBytes * 8 && bits % 8 === 0)) throw new DOMException('Invalid key length', 'OperationError');
      return hmacKey(algorithm, extractable, keyUsages, fromText(host.random(bits / 8)));
    }

    async exportKey(format, cryptoKey) {
      if (!isKey(cryptoKey)) throw wrongType('key', 'an instance of CryptoKey', cryptoKey);
      if (!cryptoKey.extractable) throw new DOMException('key is not extractable', 'InvalidAccessError');
      const secret = TypedArrayPrototypeSlice(secretOf(cryptoKey));
      if (format === 'raw') return bufferOf(secret);
      if (format !== 'jwk') throw notSupported(`The key format ${format}`);
      const { hash: { name } } = algorithmOf(cryptoKey);
      return {
        kty: 'oct', k: base64url(secret), alg: `HS${primordials.StringPrototypeSlice(name, 4)}`, key_ops: [...usagesOf(cryptoKey)], ext: true,
      };
    }

    async sign(algorithm, cryptoKey, data) {
      return bufferOf(hmac(algorithm, cryptoKey, 'sign', data));
    }

    async verify(algorithm, cryptoKey, signature, data) {
      const expected = hmac(algorithm, cryptoKey, 'verify', data);
      const given = dataOf(signature, 'signature');
      let difference = TypedArrayPrototypeGetLength(given) ^ TypedArrayPrototypeGetLength(expected);
      for (let i = 0; i < TypedArrayPrototypeGetLength(expected); i++) difference |= expected[i] ^ given[i];
      return difference === 0;
    }
  }
  tag(SubtleCrypto.prototype, 'SubtleCrypto');
  const refused = ['encrypt', 'decrypt', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey'];
  for (let i = 0; i < refused.length; i++) {
    const name = refused[i];
    primordials.define(SubtleCrypto.prototype, name, { async [name]() { throw notSupported(`crypto.subtle.${name}`); } }[name]);
  }
  enumerable(SubtleCrypto.prototype, 'digest', 'importKey', 'generateKey', 'exportKey', 'sign', 'verify');
  const subtle = new SubtleCrypto(key);
  return { subtle, globals: { CryptoKey, SubtleCrypto } };
}
