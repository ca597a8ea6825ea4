// What pasted code expects and the sandbox does not have. Such names stay undefined, so that code can look before it uses
// them; an error that says no more than "fetch is not defined" goes on to say why, and what there is instead.
(primordials) => {
  const {
    ObjectGetOwnPropertyDescriptor, ObjectGetPrototypeOf, ReferenceErrorPrototype, RegExpPrototypeExec, TypeErrorPrototype,
  } = primordials;

  const NETWORK = 'it has no network; hand the data over as input';
  const MODULES = 'code is one script without packages or files; URL, Buffer, TextDecoder, crypto, structuredClone and timers are globals';
  const PROCESS = 'it has no process, environment variables or arguments; data is in input, results go to return_val(value), to end early throw an error';
  const PAGE = 'it has no page or browser; console.log prints, input has the data';
  const STREAMS = 'it has no streams; use strings, arrays, Uint8Array or Buffer';
  const THREADS = 'a run is one thread; use promises and timers';
  const STORAGE = 'nothing is kept from one run to the next; use variables, return_val(value) hands results over';
  const OTHER = 'it is another runtime\'s; this is V8 with console, timers, URL, Buffer, TextDecoder and crypto';
  const reasons = {
    __proto__: null,
    fetch: NETWORK, Headers: NETWORK, Request: NETWORK, Response: NETWORK, FormData: NETWORK, XMLHttpRequest: NETWORK,
    WebSocket: NETWORK, EventSource: NETWORK, axios: NETWORK,
    require: MODULES, module: MODULES, exports: MODULES, __dirname: MODULES, __filename: MODULES, importScripts: MODULES,
    process: PROCESS,
    window: PAGE, document: PAGE, navigator: PAGE, location: PAGE, alert: PAGE, prompt: PAGE, confirm: PAGE, self: PAGE, history: PAGE,
    requestAnimationFrame: PAGE, cancelAnimationFrame: PAGE, requestIdleCallback: PAGE, DOMParser: PAGE, HTMLElement: PAGE, Image: PAGE,
    ReadableStream: STREAMS, WritableStream: STREAMS, TransformStream: STREAMS, TextDecoderStream: STREAMS, TextEncoderStream: STREAMS,
    CompressionStream: STREAMS, DecompressionStream: STREAMS,
    Worker: THREADS, MessageChannel: THREADS, MessagePort: THREADS, BroadcastChannel: THREADS,
    'Atomics.waitAsync': THREADS,
    localStorage: STORAGE, sessionStorage: STORAGE, indexedDB: STORAGE, caches: STORAGE,
    WebAssembly: 'its memory would be outside the limits of a run; write it in JavaScript',
    PerformanceObserver: 'nobody observes a run; performance.getEntries() lists marks and measures',
    Deno: OTHER, Bun: OTHER,
    $: PAGE, jQuery: PAGE, _: MODULES, moment: MODULES, lodash: MODULES,
  };

  const NOT_DEFINED = /^([A-Za-z_$][\w$]*) is not defined$/;
  const NOT_A_FUNCTION = /^(?:globalThis|global|window|self)\.(\w+) is not a (?:function|constructor)$/;
  const WAIT_ASYNC = /^(Atomics\.waitAsync) is not a function$/;

  const nameIn = (error, message) => {
    const prototype = ObjectGetPrototypeOf(error);
    if (prototype === ReferenceErrorPrototype) return RegExpPrototypeExec(NOT_DEFINED, message)?.[1];
    if (prototype !== TypeErrorPrototype) return undefined;
    return (RegExpPrototypeExec(NOT_A_FUNCTION, message) ?? RegExpPrototypeExec(WAIT_ASYNC, message))?.[1];
  };
  return {
    /** What to say behind the message of an error of the engine; empty for most. */
    hintFor(error) {
      const message = ObjectGetOwnPropertyDescriptor(error, 'message')?.value;
      if (typeof message !== 'string' || message.length > 100) return '';
      const name = nameIn(error, message);
      const reason = name === undefined ? undefined : reasons[name];
      return reason === undefined ? '' : `: not available in the sandbox, because ${reason}`;
    },
  };
}
