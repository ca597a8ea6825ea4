// AbortController and AbortSignal.
(primordials, { timers }, use) => {
  const {
    ArrayPrototypePush, SymbolFor, SymbolIterator, RangeError, list, safeSet, SetPrototypeAdd, SetPrototypeForEach,
  } = primordials;
  const { DOMException, coded, enumerable, illegalConstructor, shown, tag, wrongType } = use('exceptions');
  const { Event, EventTarget } = use('events');
  const customInspect = SymbolFor('nodejs.util.inspect.custom');
  const key = {};

  class AbortSignal extends EventTarget {
    #aborted = false;
    #reason;
    #followers = list();
    #handler = null;
    #listener;

    constructor(secret) {
      if (secret !== key) throw illegalConstructor();
      super();
    }

    static is = (value) => value !== null && typeof value === 'object' && #aborted in value;
    static follow = (signal, action) => ArrayPrototypePush(signal.#followers, action);

    static end(signal, reason) {
      if (signal.#aborted) return;
      signal.#aborted = true;
      signal.#reason = reason === undefined ? new DOMException('This operation was aborted', 'AbortError') : reason;
      const followers = signal.#followers;
      signal.#followers = list();
      for (let i = 0; i < followers.length; i++) followers[i](signal.#reason);
      signal.dispatchEvent(new Event('abort'));
    }

    static abort(reason = undefined) {
      const signal = new AbortSignal(key);
      signal.#aborted = true;
      signal.#reason = reason === undefined ? new DOMException('This operation was aborted', 'AbortError') : reason;
      return signal;
    }

    static timeout(delay) {
      if (typeof delay !== 'number') throw wrongType('delay', 'of type number', delay);
      if (!(delay >= 0 && delay <= 0xffffffff) || delay % 1 !== 0) {
        throw coded(RangeError, 'ERR_OUT_OF_RANGE', `The value of "delay" is out of range. It must be ${
          delay % 1 !== 0 ? 'an integer' : '>= 0 && <= 4294967295'}. Received ${delay}`);
      }
      const signal = new AbortSignal(key);
      timers.startUnreferenced(() => end(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError')), delay);
      return signal;
    }

    static any(signals) {
      if (signals === null || (typeof signals !== 'object' && typeof signals !== 'function') || typeof signals[SymbolIterator] !== 'function') {
        throw wrongType('signals', 'an instance of Array', signals);
      }
      const given = list();
      for (const signal of signals) {
        if (!isSignal(signal)) throw wrongType(`signals[${given.length}]`, 'an instance of AbortSignal', signal);
        ArrayPrototypePush(given, signal);
      }
      const result = new AbortSignal(key);
      for (let i = 0; i < given.length; i++) {
        if (given[i].#aborted) {
          result.#aborted = true;
          result.#reason = given[i].#reason;
          return result;
        }
      }
      const seen = safeSet();
      for (let i = 0; i < given.length; i++) SetPrototypeAdd(seen, given[i]);
      SetPrototypeForEach(seen, (signal) => follow(signal, (reason) => end(result, reason)));
      return result;
    }

    get aborted() {
      return this.#aborted;
    }

    get reason() {
      return this.#reason;
    }

    throwIfAborted() {
      if (this.#aborted) throw this.#reason;
    }

    get onabort() {
      return this.#handler;
    }

    set onabort(value) {
      if (this.#listener !== undefined) this.removeEventListener('abort', this.#listener);
      this.#handler = typeof value === 'function' || (typeof value === 'object' && value !== null) ? value : null;
      this.#listener = undefined;
      if (typeof value === 'function') {
        this.#listener = (event) => primordials.FunctionPrototypeCall(value, this, event);
        this.addEventListener('abort', this.#listener);
      }
    }

    [customInspect](depth, options) {
      return shown('AbortSignal', depth, options, { aborted: this.#aborted });
    }
  }
  const { is: isSignal, follow, end } = AbortSignal;
  for (const name of ['is', 'follow', 'end']) delete AbortSignal[name];
  tag(AbortSignal.prototype, 'AbortSignal');
  enumerable(AbortSignal.prototype, 'aborted', 'reason', 'throwIfAborted', 'onabort');

  class AbortController {
    #signal = new AbortSignal(key);

    get signal() {
      return this.#signal;
    }

    abort(reason = undefined) {
      end(this.#signal, reason);
    }

    [customInspect](depth, options) {
      return shown('AbortController', depth, options, { signal: this.#signal });
    }
  }
  tag(AbortController.prototype, 'AbortController');
  enumerable(AbortController.prototype, 'signal', 'abort');

  return { isSignal, follow, globals: { AbortController, AbortSignal } };
}
