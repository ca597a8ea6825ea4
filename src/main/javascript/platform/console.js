// The global console. log, info, debug and their like go to stdout; warn, error, trace and failed assertions to stderr.
(primordials, { host, kinds: { kindOf, proxyDetails }, inspect: { inspect }, format: { format }, text }) => {
  const {
    ArrayIsArray, ArrayPrototypePush, ErrorCaptureStackTrace, MapPrototypeDelete, MapPrototypeForEach,
    MapPrototypeGet, MapPrototypeHas, MapPrototypeSet, MathFloor, MathMax, NumberPrototypeToFixed, ObjectKeys,
    ObjectPrototypeHasOwnProperty, ReflectApply, SetPrototypeForEach, StringPrototypeCharCodeAt,
    StringPrototypePadStart, StringPrototypeRepeat, StringPrototypeSlice, SymbolToStringTag, TypeError, define, list,
    safeMap, ObjectDefineProperty, Number,
  } = primordials;
  const STDOUT = 1;
  const STDERR = 2;
  const chunk = 65536;

  let groupIndent = '';
  const counts = safeMap();
  const timers = safeMap();

  const isHigh = (code) => code >= 0xd800 && code <= 0xdbff;
  /** Hands the text over in pieces: however long it is, the host never holds more than the output limit of it. */
  const write = (stream, message) => {
    for (let at = 0; at < message.length;) {
      let end = at + chunk;
      if (end < message.length && isHigh(StringPrototypeCharCodeAt(message, end - 1))) end--;
      if (host.write(stream, StringPrototypeSlice(message, at, end)) === false) return;
      at = end;
    }
  };
  const print = (stream, message) => {
    if (groupIndent !== '') message = groupIndent + text.indent(message, groupIndent.length);
    write(stream, `${message}\n`);
  };
  const warn = (message) => write(STDERR, `(worker) Warning: ${message}\n`);

  const duration = (ms) => {
    const pad = (value, digits) => StringPrototypePadStart(`${value}`, digits, '0');
    if (ms < 1000) return `${Number(NumberPrototypeToFixed(ms, 3))}ms`;
    if (ms < 60_000) return `${NumberPrototypeToFixed(ms / 1000, 3)}s`;
    const hours = MathFloor(ms / 3_600_000);
    const minutes = MathFloor((ms % 3_600_000) / 60_000);
    const seconds = StringPrototypePadStart(NumberPrototypeToFixed((ms % 60_000) / 1000, 3), 6, '0');
    return hours !== 0 ? `${hours}:${pad(minutes, 2)}:${seconds} (h:mm:ss.mmm)` : `${minutes}:${seconds} (m:ss.mmm)`;
  };
  const logTime = (method, label, data) => {
    const start = MapPrototypeGet(timers, label);
    if (start === undefined) {
      warn(`No such label '${label}' for console.${method}()`);
      return false;
    }
    const args = list();
    ArrayPrototypePush(args, '%s: %s', label, duration(host.clock() - start));
    for (let i = 0; i < data.length; i++) ArrayPrototypePush(args, data[i]);
    print(STDOUT, format(args));
    return true;
  };

  const renderTable = (head, columns) => {
    const widths = list();
    let rows = 0;
    for (let i = 0; i < head.length; i++) {
      let widest = text.width(head[i]);
      rows = MathMax(rows, columns[i].length);
      for (let j = 0; j < columns[i].length; j++) widest = MathMax(widest, text.width(columns[i][j] ?? ''));
      ArrayPrototypePush(widths, widest);
    }
    const line = (left, middle, right) => {
      let result = left;
      for (let i = 0; i < widths.length; i++) {
        result += StringPrototypeRepeat('─', widths[i] + 2) + (i === widths.length - 1 ? right : middle);
      }
      return result;
    };
    const row = (cellAt) => {
      let result = '│';
      for (let i = 0; i < widths.length; i++) {
        const cell = cellAt(i) ?? '';
        result += ` ${cell}${text.spaces(widths[i] - text.width(cell))} │`;
      }
      return result;
    };
    let result = `${line('┌', '┬', '┐')}\n${row((i) => head[i])}\n${line('├', '┼', '┤')}\n`;
    for (let j = 0; j < rows; j++) result += `${row((i) => columns[i][j])}\n`;
    return result + line('└', '┴', '┘');
  };

  const cellText = (value) => inspect(value, {
    __proto__: null, maxArrayLength: 3, breakLength: Infinity,
    depth: value !== null && typeof value === 'object' && !ArrayIsArray(value) && ObjectKeys(value).length > 2 ? -1 : 0,
  });
  const indexColumn = (length) => {
    const column = list();
    for (let i = 0; i < length; i++) ArrayPrototypePush(column, `${i}`);
    return column;
  };
  const listOf = (...items) => {
    const result = list();
    for (let i = 0; i < items.length; i++) ArrayPrototypePush(result, items[i]);
    return result;
  };

  const tableOfEntries = (data, kind) => {
    const keys = list();
    const values = list();
    const forEach = kind === 'Map' ? MapPrototypeForEach : SetPrototypeForEach;
    forEach(data, (value, key) => {
      ArrayPrototypePush(keys, cellText(key));
      ArrayPrototypePush(values, cellText(value));
    });
    const index = indexColumn(values.length);
    return kind === 'Map'
      ? renderTable(listOf('(iteration index)', 'Key', 'Values'), listOf(index, keys, values))
      : renderTable(listOf('(iteration index)', 'Values'), listOf(index, values));
  };

  const tableOfRows = (data, properties) => {
    const index = ObjectKeys(data);
    const head = listOf('(index)');
    const columns = listOf(index);
    const columnByKey = safeMap();
    const primitives = list();
    let hasPrimitives = false;
    for (let i = 0; i < index.length; i++) {
      const item = data[index[i]];
      const primitive = item === null || (typeof item !== 'object' && typeof item !== 'function');
      if (primitive && properties === undefined) {
        hasPrimitives = true;
        primitives[i] = cellText(item);
        continue;
      }
      const keys = properties ?? ObjectKeys(item);
      for (let j = 0; j < keys.length; j++) {
        const key = `${keys[j]}`;
        if (!MapPrototypeHas(columnByKey, key)) {
          const column = list();
          MapPrototypeSet(columnByKey, key, column);
          ArrayPrototypePush(head, key);
          ArrayPrototypePush(columns, column);
        }
        MapPrototypeGet(columnByKey, key)[i] = primitive || !ObjectPrototypeHasOwnProperty(item, key) ? '' : cellText(item[key]);
      }
    }
    if (hasPrimitives) {
      ArrayPrototypePush(head, 'Values');
      ArrayPrototypePush(columns, primitives);
    }
    return renderTable(head, columns);
  };

  const methods = {
    log(...args) {
      print(STDOUT, format(args));
    },
    warn(...args) {
      print(STDERR, format(args));
    },
    dir(object, options) {
      const merged = { __proto__: null, customInspect: false };
      const keys = options === null || typeof options !== 'object' ? [] : ObjectKeys(options);
      for (let i = 0; i < keys.length; i++) merged[keys[i]] = options[keys[i]];
      print(STDOUT, inspect(object, merged));
    },
    time(label = 'default') {
      label = `${label}`;
      if (MapPrototypeHas(timers, label)) warn(`Label '${label}' already exists for console.time()`);
      else MapPrototypeSet(timers, label, host.clock());
    },
    timeEnd(label = 'default') {
      label = `${label}`;
      if (logTime('timeEnd', label, list())) MapPrototypeDelete(timers, label);
    },
    timeLog(label = 'default', ...data) {
      logTime('timeLog', `${label}`, data);
    },
    trace: function trace(...args) {
      const carrier = { name: 'Trace', message: format(args) };
      ErrorCaptureStackTrace(carrier, trace);
      print(STDERR, carrier.stack);
    },
    assert(condition, ...args) {
      if (condition) return;
      args[0] = `Assertion failed${args.length === 0 ? '' : `: ${args[0]}`}`;
      print(STDERR, format(args));
    },
    clear() {},
    // For the tools of a browser: nothing to be seen here, as in Node.
    timeStamp() {},
    profile() {},
    profileEnd() {},
    count(label = 'default') {
      label = `${label}`;
      const count = (MapPrototypeGet(counts, label) ?? 0) + 1;
      MapPrototypeSet(counts, label, count);
      print(STDOUT, `${label}: ${count}`);
    },
    countReset(label = 'default') {
      label = `${label}`;
      if (!MapPrototypeDelete(counts, label)) warn(`Count for '${label}' does not exist`);
    },
    group(...data) {
      if (data.length > 0) print(STDOUT, format(data));
      groupIndent += '  ';
    },
    groupEnd() {
      groupIndent = StringPrototypeSlice(groupIndent, 2);
    },
    table(data, properties) {
      if (properties !== undefined && !ArrayIsArray(properties)) {
        throw new TypeError('The "properties" argument must be an instance of Array.');
      }
      if (data === null || typeof data !== 'object') {
        print(STDOUT, format([data]));
        return;
      }
      const kind = proxyDetails(data) === undefined ? kindOf(data) : 'Object';
      print(STDOUT, kind === 'Map' || kind === 'Set' ? tableOfEntries(data, kind) : tableOfRows(data, properties));
    },
  };
  const aliases = { __proto__: null, debug: 'log', info: 'log', dirxml: 'log', error: 'warn', groupCollapsed: 'group' };

  const console = {};
  for (const name in methods) console[name] = methods[name];
  for (const alias in aliases) {
    // Each alias is a function of its own, as it is in Node: console.error.name is "error".
    const target = methods[aliases[alias]];
    console[alias] = { [alias](...args) { return ReflectApply(target, undefined, args); } }[alias];
  }
  ObjectDefineProperty(console, SymbolToStringTag, { __proto__: null, value: 'console', configurable: true });
  define(globalThis, 'console', console);
  return { write, STDOUT, STDERR };
}
