// What the host calls. It takes this object before the first run and no user code ever sees it.
(primordials, { host, failure, kinds, inspect, result, stack, timers }) => {
  const {
    JSONParse, MapPrototypeDelete, MapPrototypeForEach, MapPrototypeGetSize, MapPrototypeSet, ObjectSetPrototypeOf,
    ReflectApply, ReflectDeleteProperty, bindLate, define, globalEval, safeMap, soon,
  } = primordials;

  const rejected = safeMap();
  const FAILED = -2;
  let program;

  kinds.usePromiseProbe((value) => host.promiseState(value) >= 0);
  inspect.usePromiseState((promise) => {
    const state = host.promiseState(promise);
    return state === 0
      ? { __proto__: null, state: 'pending', value: undefined }
      : { __proto__: null, state: state === 1 ? 'fulfilled' : 'rejected', value: host.promiseResult(promise) };
  });

  const entry = {
    open(call) {
      ReflectDeleteProperty(globalThis, '__faas');
      // Not offered: memory outside the limits of V8, and waiting that needs the engine's own tasks.
      ReflectDeleteProperty(globalThis, 'WebAssembly');
      ReflectDeleteProperty(Atomics, 'waitAsync');
      bindLate();
      if (typeof SharedArrayBuffer === 'function') kinds.addLateKind(SharedArrayBuffer);
      host.open(call);
    },
    /**
     * Runs a script, or calls the async function that a script is, when it has returned; nothing is thrown. All that is the
     * user's runs as a microtask: V8 begins no others meanwhile, whatever the host asks it for.
     */
    run(source, isAsync, isMapped, input, maxResultBytes) {
      result.limit(maxResultBytes);
      if (isMapped) stack.useMapping();
      soon(() => {
        try {
          define(globalThis, 'input', input === null ? undefined : JSONParse(input));
          const value = globalEval(source);
          if (isAsync) program = ReflectApply(value, undefined, []);
        } catch (error) {
          failure.fail(error);
        }
      });
    },
    /** The promise of the async function; undefined for a script. */
    program: () => program,
    rejection(promise, value) {
      MapPrototypeSet(rejected, promise, value);
    },
    handled(promise) {
      MapPrototypeDelete(rejected, promise);
    },
    /** Runs at most one callback: milliseconds until the next, -1 when nothing is left, -2 when the run has failed. */
    next() {
      if (!failure.hasFailed() && MapPrototypeGetSize(rejected) > 0) {
        // The first one is reported; after it the run is over.
        MapPrototypeForEach(rejected, (value) => failure.fail(value));
      }
      if (failure.hasFailed()) return FAILED;
      const wait = timers.next();
      return failure.hasFailed() ? FAILED : wait;
    },
    isReturnValReplaced: () => result.isReplaced(),
  };
  ObjectSetPrototypeOf(entry, null);
  define(globalThis, '__faas', entry);
  return entry;
}
