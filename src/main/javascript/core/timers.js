// setTimeout and its family. The host calls next() until it says that nothing is left to do.
(primordials, { host, failure }) => {
  const {
    ArrayPrototypePop, ArrayPrototypePush, MapPrototypeDelete, MapPrototypeGet, MapPrototypeSet, MathFloor, Number,
    Promise, PromisePrototypeThen, ReflectApply, SymbolToPrimitive, TypeError, define, list, safeMap,
  } = primordials;

  // A binary heap of entries by time, then by order of creation. A timer that was cancelled or moved leaves its old
  // entry behind; it is dropped when it comes up.
  const heap = list();
  const timerById = safeMap();
  let lastId = 0;
  let lastOrder = 0;
  // Timers and immediates that keep the run alive.
  let alive = 0;

  const before = (a, b) => a.time < b.time || (a.time === b.time && a.order < b.order);
  const swap = (i, j) => {
    const entry = heap[i];
    heap[i] = heap[j];
    heap[j] = entry;
  };
  const push = (entry) => {
    ArrayPrototypePush(heap, entry);
    for (let i = heap.length - 1, parent; i > 0 && before(heap[i], heap[parent = (i - 1) >> 1]); i = parent) swap(i, parent);
  };
  const pop = () => {
    swap(0, heap.length - 1);
    const first = ArrayPrototypePop(heap);
    for (let i = 0, least = 0; ; i = least) {
      for (let child = 2 * i + 1; child <= 2 * i + 2 && child < heap.length; child++) {
        if (before(heap[child], heap[least])) least = child;
      }
      if (least === i) return first;
      swap(i, least);
    }
  };

  const schedule = (timer) => {
    timer.entry = { __proto__: null, timer, time: host.clock() + timer.delay, order: ++lastOrder };
    push(timer.entry);
  };
  const start = (timer) => {
    timer.active = true;
    if (timer.referenced) alive++;
    MapPrototypeSet(timerById, timer.id, timer);
  };
  const stop = (timer) => {
    if (!timer.active) return;
    timer.active = false;
    if (timer.referenced) alive--;
    MapPrototypeDelete(timerById, timer.id);
  };
  const reference = (timer, referenced) => {
    if (timer.active && timer.referenced !== referenced) alive += referenced ? 1 : -1;
    timer.referenced = referenced;
  };

  const create = (callback, delay, repeat, args) => {
    if (typeof callback !== 'function') {
      const error = new TypeError(`The "callback" argument must be of type function. Received ${callback === null ? 'null' : typeof callback}`);
      error.code = 'ERR_INVALID_ARG_TYPE';
      throw error;
    }
    const number = Number(delay);
    const timer = {
      __proto__: null, id: ++lastId, callback, args, repeat, referenced: true, active: false, entry: undefined,
      delay: number >= 1 && number <= 2147483647 ? MathFloor(number) : 1,
    };
    start(timer);
    return timer;
  };

  class Timeout {
    #timer;

    constructor(timer) {
      this.#timer = timer;
    }

    static timerOf(handle) {
      return handle !== null && typeof handle === 'object' && #timer in handle ? handle.#timer : undefined;
    }

    ref() {
      reference(this.#timer, true);
      return this;
    }

    unref() {
      reference(this.#timer, false);
      return this;
    }

    hasRef() {
      return this.#timer.referenced;
    }

    refresh() {
      if (this.#timer.active) schedule(this.#timer);
      return this;
    }

    close() {
      stop(this.#timer);
      return this;
    }

    [SymbolToPrimitive]() {
      return this.#timer.id;
    }
  }
  const { timerOf } = Timeout;
  delete Timeout.timerOf;
  // Reachable through an instance, it would let user code wrap objects of its own.
  delete Timeout.prototype.constructor;

  class Immediate {
    #timer;

    constructor(timer) {
      this.#timer = timer;
    }

    static timerOf(handle) {
      return handle !== null && typeof handle === 'object' && #timer in handle ? handle.#timer : undefined;
    }

    ref() {
      reference(this.#timer, true);
      return this;
    }

    unref() {
      reference(this.#timer, false);
      return this;
    }

    hasRef() {
      return this.#timer.referenced;
    }
  }
  const { timerOf: immediateOf } = Immediate;
  delete Immediate.timerOf;
  delete Immediate.prototype.constructor;

  let firstImmediate;
  let lastImmediate;

  const clear = (handle) => {
    const timer = timerOf(handle) ?? (typeof handle === 'number' || typeof handle === 'string'
      ? MapPrototypeGet(timerById, Number(handle)) : undefined);
    if (timer !== undefined) stop(timer);
  };
  const globals = {
    setTimeout(callback, delay, ...args) {
      const timer = create(callback, delay, false, args);
      schedule(timer);
      return new Timeout(timer);
    },
    setInterval(callback, delay, ...args) {
      const timer = create(callback, delay, true, args);
      schedule(timer);
      return new Timeout(timer);
    },
    setImmediate(callback, ...args) {
      const timer = create(callback, 0, false, args);
      const node = { __proto__: null, timer, next: undefined };
      if (lastImmediate === undefined) firstImmediate = node;
      else lastImmediate.next = node;
      lastImmediate = node;
      return new Immediate(timer);
    },
    clearTimeout: clear,
    clearInterval(handle) {
      clear(handle);
    },
    clearImmediate(handle) {
      const timer = immediateOf(handle);
      if (timer !== undefined) stop(timer);
    },
    queueMicrotask(callback) {
      if (typeof callback !== 'function') throw new TypeError('The "callback" argument must be of type function.');
      PromisePrototypeThen(settled, () => {
        try {
          callback();
        } catch (error) {
          failure.fail(error);
        }
      });
    },
  };
  const settled = new Promise((resolve) => resolve());
  define(clear, 'name', 'clearTimeout');
  for (const name in globals) define(globalThis, name, globals[name]);

  const run = (timer) => {
    if (timer.repeat) schedule(timer);
    else stop(timer);
    try {
      ReflectApply(timer.callback, undefined, timer.args);
    } catch (error) {
      failure.fail(error);
    }
  };

  /** Runs at most one callback. Milliseconds until the next one is due, or -1 when nothing is left. */
  const next = () => {
    while (heap.length > 0 && !(heap[0].timer.active && heap[0].timer.entry === heap[0])) pop();
    const wait = heap.length > 0 ? heap[0].time - host.clock() : Infinity;
    if (wait <= 0) {
      run(pop().timer);
      return 0;
    }
    if (firstImmediate !== undefined) {
      const { timer } = firstImmediate;
      firstImmediate = firstImmediate.next;
      if (firstImmediate === undefined) lastImmediate = undefined;
      if (timer.active) run(timer);
      return 0;
    }
    return alive > 0 ? wait : -1;
  };
  return {
    next,
    /** As if there had never been a timer. */
    reset() {
      lastId = 0;
      lastOrder = 0;
      alive = 0;
    },
  };
}
