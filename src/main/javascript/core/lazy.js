// The parts of the platform that a run loads when it first touches them: modules of ours, and bundled npm libraries. What
// is loaded here gets no door to the host unless its module asks for one, and nothing in core uses it.
(primordials, modules) => {
  const {
    ObjectDefineProperty, ObjectFreeze, ObjectGetOwnPropertyDescriptor, RangeError, define,
  } = primordials;
  const { host } = modules;
  const world = globalThis;

  const fetch = (name) => {
    const script = host.script(name);
    if (typeof script !== 'function') throw new RangeError('Maximum call stack size exceeded');
    return script;
  };

  const loaded = { __proto__: null };
  /** The exports of a module of the platform. */
  const use = (name) => loaded[name] ??= fetch(`platform/${name}`)(primordials, modules, use, library);

  const nothing = ObjectFreeze({ __proto__: null });
  /**
   * The require function of a bundle of src/build/java/JavaScriptLibraries.java; without an argument it gives the entry.
   *
   * @param externals modules that the bundle does not have
   * @param globals TextEncoder and TextDecoder, where the library wants them
   */
  const library = (name, externals = nothing, globals = nothing) => {
    const cache = { __proto__: null };
    const load = (bundled, entry) => (wanted = entry) => {
      const get = (id) => {
        const external = externals[id];
        if (external !== undefined) return external;
        if (cache[id] !== undefined) return cache[id].exports;
        const { 0: resolved, 1: body } = bundled[id];
        const module = { exports: {} };
        cache[id] = module;
        try {
          body(module, module.exports, (specifier) => get(resolved[specifier]));
        } catch (error) {
          // Out of stack in the middle: the next one starts again.
          delete cache[id];
          throw error;
        }
        return module.exports;
      };
      return get(wanted);
    };
    return fetch(`library/${name}`)(load, nothing, primordials.Array, primordials.ArrayBuffer, primordials.Boolean,
      primordials.DataView, primordials.Date, primordials.Error, primordials.JSON, primordials.Map, primordials.Math,
      primordials.Number, primordials.Object, primordials.Promise, primordials.Proxy, primordials.RangeError,
      primordials.Reflect, primordials.RegExp, primordials.Set, primordials.String, primordials.Symbol,
      primordials.TypeError, primordials.URIError, primordials.Uint16Array, primordials.Uint32Array,
      primordials.Uint8Array, primordials.WeakMap, globals.TextEncoder, globals.TextDecoder);
  };

  /** A global that loads its module when it is first read, and is a plain property from then on. */
  const defineLazily = (module, name) => {
    const get = () => {
      const value = use(module).globals[name];
      const current = ObjectGetOwnPropertyDescriptor(world, name);
      if (current?.get === get && current.configurable) define(world, name, value);
      return value;
    };
    ObjectDefineProperty(world, name, {
      __proto__: null, get, set: (value) => define(world, name, value), configurable: true, enumerable: false,
    });
  };
  const names = {
    __proto__: null,
    exceptions: ['DOMException'],
    encoding: ['TextEncoder', 'TextDecoder'],
    base64: ['atob', 'btoa'],
    url: ['URL', 'URLSearchParams'],
    clone: ['structuredClone'],
    crypto: ['crypto', 'Crypto'],
    performance: ['performance', 'Performance'],
  };
  for (const module in names) {
    for (let i = 0; i < names[module].length; i++) defineLazily(module, names[module][i]);
  }
  return { use };
}
