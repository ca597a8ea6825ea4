// Around code that is sent to a service of somebody else: says whether the code ended, with what result, and what was
// thrown, whatever the service makes of stdout, last expressions or rejections.
//
// The first thing written is the mark that the code began, the last is the envelope. On Deno, as coze-loop's server has it,
// the code runs after the service has written its report, and output and envelope go past the service, which lets the code
// finish what it has begun: timers, promises, a top-level await. Elsewhere the envelope is printed when the synchronous
// part has ended, and on Node.js another one when the process does.
(given) => {
  'use strict';
  const mark = given.mark.join('');
  const { member, code, input, stdin, outputLimit, hardLimit, resultLimit, file } = given;
  const world = globalThis;
  const { Deno: deno, process: node, console: terminal, JSON: { parse, stringify } } = world;
  const { TextEncoder, TypeError, RangeError, String, Error } = world;
  const evaluate = eval;
  const print = terminal.log.bind(terminal);
  const now = Date.now;
  const began = now();

  const direct = (() => {
    if (typeof deno?.stdout?.writeSync === 'function') {
      const encoder = new TextEncoder();
      const stdout = deno.stdout;
      const writeSync = stdout.writeSync.bind(stdout);
      return (text) => {
        for (let rest = encoder.encode(text); rest.length > 0;) rest = rest.subarray(writeSync(rest));
      };
    }
    if (node?.versions?.node !== undefined && typeof node.stdout?.write === 'function') {
      const stdout = node.stdout;
      const write = stdout.write.bind(stdout);
      return (text) => write(text);
    }
    return undefined;
  })();
  const isDeno = deno !== undefined && direct !== undefined;
  const leave = isDeno ? deno.exit.bind(deno) : () => undefined;

  // Output: what the service would print, kept for the envelope, and streamed for the case that there will be none.
  const written = { out: '', err: '' };
  let size = 0;
  let isCut = false;
  let isSent = false;
  let isSynchronous = true;
  const utf8Length = (text) => {
    let bytes = text.length;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
    }
    return bytes;
  };
  const write = (stream, text) => {
    if (isSent) return;
    const room = outputLimit - size;
    size += utf8Length(text);
    if (room >= 0) {
      // One more character than there is room for, so that whoever opens the envelope knows of the cut.
      const kept = text.length > room + 1 ? text.slice(0, room + 1) : text;
      written[stream] += kept;
      direct?.(`${mark}${stream}${stringify(kept)}\n`);
    }
    isCut ||= size > outputLimit;
    if (size > hardLimit) finish({ status: 'output_limit' });
  };

  const outcome = {};
  let util;
  const sealed = (how) => mark + stringify({
    __proto__: null, ...how, ...outcome, ...written, truncated: isCut, ms: now() - began,
  });
  /** Where the service reads what the code has printed. */
  const printed = (how) => print(stringify({ __proto__: null, [member]: sealed(how) }));
  /** The last word. Nothing that happens later counts. */
  const finish = (how) => {
    if (isSent) return;
    isSent = true;
    if (!isDeno && isSynchronous) printed(how);
    direct?.(`\n${stringify({ __proto__: null, stdout: '', stderr: '', ret_val: sealed(how) })}\n`);
    leave(0);
    if (how.status === 'output_limit') throw new RangeError('the output limit is reached');
  };

  // Stack traces: the frames of the code alone, as the embedded engine shows them.
  let prefix = 0;
  const ASYNC = 'async ';
  /** Who was called, as V8 writes it; from the parts where the platform's call sites do not print themselves. */
  const nameOf = (site, shown) => {
    const end = shown.lastIndexOf(' (');
    if (end >= 0) return shown.slice(0, end);
    const name = site.getFunctionName();
    if (name === null || shown.includes(':')) return '';
    const type = site.isToplevel() || site.isConstructor() ? null : site.getTypeName();
    return (site.isConstructor() ? 'new ' : '') + (type === null || name.startsWith(type) ? name : `${type}.${name}`);
  };
  const frameText = (site, shown) => {
    const line = site.getLineNumber();
    const column = line === 1 ? Math.max(1, site.getColumnNumber() - prefix) : site.getColumnNumber();
    const place = `${file}:${line}:${column}`;
    const name = nameOf(site, shown);
    if (name === '' || /\beval(?: \[as .*\])?$/.test(name)) return shown.startsWith(ASYNC) ? ASYNC + place : place;
    return `${name} (${place})`;
  };
  const prepareStackTrace = (error, sites) => {
    let text = attempt(() => errorText(error), '<error>');
    // Frames of built-ins belong to whoever called them: kept when that is the code.
    let builtIn = '';
    for (const site of sites) {
      const script = site.getScriptNameOrSourceURL();
      const shown = String(site);
      if (script === file) {
        text += `${builtIn}\n    at ${frameText(site, shown)}`;
        builtIn = '';
      } else {
        builtIn = script || site.isEval() ? '' : `${builtIn}\n    at ${shown}`;
      }
    }
    return text;
  };

  // What is told about something thrown, in the words of the embedded engine.
  const errorText = Function.prototype.call.bind(Error.prototype.toString);
  const frame = new RegExp(`${file.replace('.', '\\.')}:(\\d+):(\\d+)`);
  const attempt = (action, otherwise) => {
    try {
      return action();
    } catch {
      return otherwise;
    }
  };
  const show = (value) => attempt(() => (util === undefined ? plain(value) : util.inspect(value)), 'an object that cannot be shown');
  const plain = (value) => {
    if (typeof value === 'string') return `'${value}'`;
    if (typeof value !== 'object' || value === null) return String(value);
    return value instanceof Error ? String(value.stack) : stringify(value) ?? String(value);
  };
  const typeOf = (error) => {
    const type = error.constructor?.name;
    return (type === undefined || type === 'Error') && typeof error.name === 'string' && error.name !== '' ? error.name : type || 'Error';
  };
  const reportOf = (error) => (util === undefined ? String(error.stack) : util.inspect(error));
  const tell = (value) => {
    if (!attempt(() => value instanceof Error, false)) {
      return { __proto__: null, type: 'Uncaught', message: typeof value === 'string' ? value : show(value), report: `Uncaught ${show(value)}`, line: 0, column: 0 };
    }
    const at = attempt(() => frame.exec(String(value.stack)), null);
    const [line, column] = at === null ? [0, 0] : [+at[1], +at[2]];
    return {
      __proto__: null,
      type: attempt(() => typeOf(value), 'Error'),
      message: attempt(() => String(value.message), ''),
      report: attempt(() => reportOf(value), 'Error'),
      line,
      column,
    };
  };
  const isMemory = ({ type, message }) => type === 'RangeError'
    && (message.includes('Array buffer allocation failed') || message.endsWith(': Out of memory'));
  const fail = (value) => {
    const error = tell(value);
    write('err', `${error.report}\n`);
    finish(isMemory(error) ? { status: 'memory_limit' } : { status: 'error', error });
  };

  // return_val, as the embedded engine has it.
  const { return_val } = {
    return_val(value) {
      let text = value;
      if (typeof value !== 'string') {
        const type = typeof value;
        if (type === 'undefined' || type === 'function' || type === 'symbol' || type === 'bigint') {
          throw new TypeError(`return_val: ${type === 'undefined' ? 'undefined' : `a ${type}`} cannot be represented as JSON`);
        }
        text = stringify(value);
        if (text === undefined) throw new TypeError('return_val: the value cannot be represented as JSON');
      }
      if (utf8Length(text) > resultLimit) {
        throw new RangeError(`return_val: the result is larger than the limit of ${resultLimit} bytes`);
      }
      outcome.result = text;
    },
  };

  const define = (target, name, value) => Object.defineProperty(target, name, {
    value, writable: true, configurable: true, enumerable: false,
  });
  const useConsole = () => {
    let indent = '';
    const counts = new Map();
    const format = (values) => (util === undefined
      ? values.map((value) => (typeof value === 'string' ? value : plain(value))).join(' ')
      : util.format(...values));
    const put = (stream) => (...values) => {
      const text = format(values);
      write(stream, `${indent}${indent === '' ? text : text.replaceAll('\n', `\n${indent}`)}\n`);
    };
    const out = put('out');
    const err = put('err');
    const methods = {
      log: out,
      info: out,
      debug: out,
      dirxml: out,
      warn: err,
      error: err,
      dir: (value) => out(util === undefined ? value : util.inspect(value)),
      table: (value) => out(value),
      trace: (...values) => err(`Trace${values.length > 0 ? `: ${format(values)}` : ''}`),
      assert(condition, ...values) {
        if (!condition) err(...(values.length === 0 ? ['Assertion failed'] : typeof values[0] === 'string'
          ? [`Assertion failed: ${values[0]}`, ...values.slice(1)] : ['Assertion failed:', ...values]));
      },
      group(...values) {
        if (values.length > 0) out(...values);
        indent += '  ';
      },
      groupEnd() {
        indent = indent.slice(2);
      },
      count(label = 'default') {
        counts.set(label, (counts.get(label) ?? 0) + 1);
        out(`${label}: ${counts.get(label)}`);
      },
      countReset: (label = 'default') => counts.delete(label),
    };
    methods.groupCollapsed = methods.group;
    for (const name of Object.keys(methods)) define(terminal, name, methods[name]);
  };

  /** What the parser has against a script; nothing of it runs. */
  const problem = (script) => {
    const stop = {};
    try {
      world.__faasRuntimeStop = stop;
      evaluate(`throw __faasRuntimeStop;${script}`);
    } catch (error) {
      return error === stop ? undefined : error;
    } finally {
      delete world.__faasRuntimeStop;
    }
    return undefined;
  };

  /**
   * In a script `await (x)` calls a function of that name. A static block refuses the word where it does not belong to an
   * async function inside.
   */
  const awaitsAsIfCalling = (script) => {
    if (!/\bawait\b/.test(script)) return false;
    const refused = problem(`(class{static{${script}\n}})`);
    return refused !== undefined && /^Unexpected reserved word|\bawait\b/.test(refused.message);
  };

  let isSettled = true;
  /** Nothing is left to do. */
  const end = () => {
    if (isSettled) {
      finish({ status: 'success' });
      return;
    }
    const error = { __proto__: null, type: 'UnsettledAwaitError', message: 'a top-level await waits for a promise that nothing will ever settle', line: 0, column: 0 };
    write('err', `${error.type}: ${error.message}\n`);
    finish({ status: 'error', error });
  };

  const exited = (status) => {
    const message = `the code ended the process with exit code ${status}`;
    finish({ status: 'error', error: { __proto__: null, type: 'ProcessExit', message, line: 0, column: 0 }, exitCode: status || 1 });
  };
  const watchDeno = () => {
    define(deno, 'exit', (status = 0) => exited(status));
    world.addEventListener('error', (event) => {
      event.preventDefault();
      fail(event.error);
    });
    world.addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      fail(event.reason);
    });
    world.addEventListener('unload', end);
  };
  const watchNode = () => {
    node.on('uncaughtException', fail);
    node.on('unhandledRejection', fail);
    node.on('exit', (status) => (status === 0 ? end() : exited(status)));
  };

  const run = () => {
    Error.prepareStackTrace = prepareStackTrace;
    useConsole();
    define(world, 'return_val', return_val);
    define(world, 'input', input === null ? undefined : parse(input));
    if (stdin !== null) define(world, 'stdin', stdin);
    let script = code.startsWith('#!') ? `//${code.slice(2)}` : code;
    let wrap = (text) => text;
    const asScript = problem(script);
    if (asScript !== undefined || awaitsAsIfCalling(script)) {
      const wrapped = (text) => `(async()=>{${text}\n})`;
      if (/\bawait\b/.test(script) && problem(wrapped(script)) === undefined) {
        wrap = wrapped;
        prefix = '(async()=>{'.length;
        isSettled = false;
      } else if (asScript !== undefined) {
        const error = { __proto__: null, type: asScript.name, message: asScript.message, line: 0, column: 0 };
        write('err', `${error.type}: ${error.message}\n`);
        finish({ status: 'syntax_error', error });
        return;
      }
    }
    const declares = code.includes('return_val') && problem(wrap(`${script}\nlet return_val`)) !== undefined;
    try {
      const value = evaluate(`${wrap(script)}\n//# sourceURL=${file}`);
      if (!isSettled) {
        value().then(() => {
          isSettled = true;
        }, fail);
      }
    } catch (error) {
      fail(error);
    }
    outcome.own = declares || Object.getOwnPropertyDescriptor(world, 'return_val')?.value !== return_val;
  };

  print(mark);
  if (isDeno) {
    direct(`${mark}\n`);
    watchDeno();
    const later = (loaded) => {
      util = loaded?.default;
      world.setTimeout(run, 0);
    };
    import('node:util').then(later, later);
    return;
  }
  if (direct !== undefined) {
    util = node.getBuiltinModule?.('node:util');
    watchNode();
  }
  run();
  if (!isSent) printed({ status: isSettled ? 'success' : 'pending' });
  isSynchronous = false;
}
