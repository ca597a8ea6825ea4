// Event, CustomEvent and EventTarget, as Node has them: there is no tree, every event is at its target.
(primordials, { failure, host }, use) => {
  const {
    ArrayPrototypePush, Error, FunctionPrototypeCall, MapPrototypeDelete, MapPrototypeGet, MapPrototypeSet,
    ObjectDefineProperty, SymbolFor, TypeError, list, safeMap, soon,
  } = primordials;
  const { coded, enumerable, missing, shown, tag, wrongType } = use('exceptions');
  const customInspect = SymbolFor('nodejs.util.inspect.custom');
  const AT_TARGET = 2;
  const wrongThis = (name) => coded(TypeError, 'ERR_INVALID_THIS', `Value of "this" must be of type ${name}`);
  class Event {
    #type;
    #bubbles = false;
    #cancelable = false;
    #composed = false;
    #canceled = false;
    #propagationStopped = false;
    #stopped = false;
    #passive = false;
    #target = null;
    #current = null;
    #timeStamp = host.clock();

    constructor(type, options = undefined) {
      if (arguments.length === 0) throw missing('type');
      if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'function') {
        throw wrongType('options', 'of type object', options);
      }
      this.#type = `${type}`;
      this.#bubbles = !!options?.bubbles;
      this.#cancelable = !!options?.cancelable;
      this.#composed = !!options?.composed;
    }

    static is = (value) => value !== null && typeof value === 'object' && #type in value;
    static inFlight = (event) => event.#current !== null;
    static stopped = (event) => event.#stopped;

    /** Sets what holds while a listener of the target runs; null ends the dispatch. */
    static at(event, target, passive) {
      if (target !== null) event.#target = target;
      event.#current = target;
      event.#passive = passive;
      if (target === null) {
        event.#propagationStopped = false;
        event.#stopped = false;
      }
    }

    initEvent(type, bubbles = false, cancelable = false) {
      if (arguments.length === 0) throw missing('type');
      if (this.#current !== null) return;
      this.#type = `${type}`;
      this.#bubbles = !!bubbles;
      this.#cancelable = !!cancelable;
      this.#canceled = false;
    }

    get type() {
      if (!isEvent(this)) throw wrongThis('Event');
      return this.#type;
    }

    get target() {
      return this.#target;
    }

    get currentTarget() {
      return this.#current;
    }

    get srcElement() {
      return this.#target;
    }

    get eventPhase() {
      return this.#current === null ? 0 : AT_TARGET;
    }

    get bubbles() {
      return this.#bubbles;
    }

    get cancelable() {
      return this.#cancelable;
    }

    get composed() {
      return this.#composed;
    }

    get defaultPrevented() {
      return this.#cancelable && this.#canceled;
    }

    get returnValue() {
      return !this.#cancelable || !this.#canceled;
    }

    set returnValue(value) {
      if (!value) this.preventDefault();
    }

    get cancelBubble() {
      return this.#propagationStopped;
    }

    set cancelBubble(value) {
      if (value) this.stopPropagation();
    }

    get timeStamp() {
      return this.#timeStamp;
    }

    get isTrusted() {
      return false;
    }

    composedPath() {
      return this.#current === null ? [] : [this.#current];
    }

    preventDefault() {
      if (this.#cancelable && !this.#passive) this.#canceled = true;
    }

    stopPropagation() {
      this.#propagationStopped = true;
    }

    stopImmediatePropagation() {
      this.#propagationStopped = true;
      this.#stopped = true;
    }

    [customInspect](depth, options) {
      const name = this.constructor.name;
      if (typeof depth === 'number' && depth < 0) return name;
      return shown(name, depth, options, {
        type: this.#type, defaultPrevented: this.defaultPrevented, cancelable: this.#cancelable, timeStamp: this.#timeStamp,
      });
    }
  }
  const { is: isEvent, inFlight, stopped, at } = Event;
  delete Event.is;
  delete Event.inFlight;
  delete Event.stopped;
  delete Event.at;
  const phases = { __proto__: null, NONE: 0, CAPTURING_PHASE: 1, AT_TARGET, BUBBLING_PHASE: 3 };
  for (const name in phases) {
    const constant = { __proto__: null, value: phases[name], enumerable: true };
    ObjectDefineProperty(Event, name, constant);
    ObjectDefineProperty(Event.prototype, name, constant);
  }
  tag(Event.prototype, 'Event');
  enumerable(Event.prototype, 'initEvent', 'stopImmediatePropagation', 'preventDefault', 'target', 'currentTarget', 'srcElement',
    'type', 'cancelable', 'defaultPrevented', 'timeStamp', 'composedPath', 'returnValue', 'bubbles', 'composed', 'eventPhase',
    'cancelBubble', 'stopPropagation', 'isTrusted');

  class CustomEvent extends Event {
    #detail;

    constructor(type, options = undefined) {
      if (arguments.length === 0) throw missing('type');
      super(type, options);
      this.#detail = options?.detail ?? null;
    }

    get detail() {
      return this.#detail;
    }
  }
  tag(CustomEvent.prototype, 'CustomEvent');
  enumerable(CustomEvent.prototype, 'detail');

  /** What a listener throws ends the run, after the other listeners and the code that dispatched. */
  const report = (error) => soon(() => failure.fail(error));

  class EventTarget {
    /** By type, a list of {callback, capture, once, passive, removed}. */
    #listeners = safeMap();

    static is = (value) => value !== null && typeof value === 'object' && #listeners in value;

    addEventListener(type, callback, options = undefined) {
      if (!isTarget(this)) throw wrongThis('EventTarget');
      if (arguments.length < 2) throw missing('type', 'listener');
      const capture = typeof options === 'boolean' ? options : !!options?.capture;
      const once = typeof options === 'object' && !!options?.once;
      const passive = typeof options === 'object' && !!options?.passive;
      const signal = typeof options === 'object' ? options?.signal : undefined;
      if (signal !== undefined && !use('abort').isSignal(signal)) throw wrongType('options.signal', 'an instance of AbortSignal', signal);
      if (callback === null || callback === undefined) return;
      if (typeof callback !== 'function' && typeof callback !== 'object') {
        throw wrongType('listener', 'an instance of EventListener', callback);
      }
      if (signal?.aborted) return;
      const name = `${type}`;
      let known = MapPrototypeGet(this.#listeners, name);
      if (known === undefined) MapPrototypeSet(this.#listeners, name, known = list());
      for (let i = 0; i < known.length; i++) if (known[i].callback === callback && known[i].capture === capture) return;
      const listener = { __proto__: null, callback, capture, once, passive, removed: false };
      ArrayPrototypePush(known, listener);
      if (signal !== undefined) use('abort').follow(signal, () => this.#remove(name, listener));
    }

    removeEventListener(type, callback, options = undefined) {
      if (!isTarget(this)) throw wrongThis('EventTarget');
      if (arguments.length < 2) throw missing('type', 'listener');
      const capture = typeof options === 'boolean' ? options : !!options?.capture;
      const name = `${type}`;
      const known = MapPrototypeGet(this.#listeners, name) ?? list();
      for (let i = 0; i < known.length; i++) {
        if (known[i].callback === callback && known[i].capture === capture) {
          this.#remove(name, known[i]);
          return;
        }
      }
    }

    #remove(name, listener) {
      listener.removed = true;
      const known = MapPrototypeGet(this.#listeners, name) ?? list();
      const kept = list();
      for (let i = 0; i < known.length; i++) if (known[i] !== listener) ArrayPrototypePush(kept, known[i]);
      if (kept.length === 0) MapPrototypeDelete(this.#listeners, name);
      else MapPrototypeSet(this.#listeners, name, kept);
    }

    dispatchEvent(event) {
      if (!isTarget(this)) throw wrongThis('EventTarget');
      if (arguments.length === 0) throw missing('event');
      if (!isEvent(event)) throw wrongType('event', 'an instance of Event', event);
      if (inFlight(event)) throw coded(Error, 'ERR_EVENT_RECURSION', `The event "${event.type}" is already being dispatched`);
      const name = event.type;
      // A copy: what is added meanwhile waits for the next event.
      const known = MapPrototypeGet(this.#listeners, name) ?? list();
      const { length } = known;
      at(event, this, false);
      for (let i = 0; i < length && !stopped(event); i++) {
        const listener = known[i];
        if (listener.removed) continue;
        if (listener.once) this.#remove(name, listener);
        at(event, this, listener.passive);
        try {
          const { callback } = listener;
          if (typeof callback === 'function') FunctionPrototypeCall(callback, this, event);
          else callback.handleEvent(event);
        } catch (error) {
          report(error);
        }
      }
      at(event, null, false);
      return !event.defaultPrevented;
    }

    [customInspect](depth, options) {
      const name = this.constructor.name;
      return typeof depth === 'number' && depth < 0 ? name : shown(name, depth, options, {});
    }
  }
  const { is: isTarget } = EventTarget;
  delete EventTarget.is;
  tag(EventTarget.prototype, 'EventTarget');
  enumerable(EventTarget.prototype, 'addEventListener', 'removeEventListener', 'dispatchEvent');

  return { Event, EventTarget, globals: { Event, CustomEvent, EventTarget } };
}
