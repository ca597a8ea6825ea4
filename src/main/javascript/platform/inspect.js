// Values as text, as Node's util.inspect writes them (nesting to depth 2, 100 elements, lines of up to 80 columns).
(primordials, { host, kinds, text }) => {
  const {
    ArrayIsArray, ArrayPrototypePush, ArrayPrototypeSort, BigIntPrototypeToString, BigIntPrototypeValueOf,
    BooleanPrototypeValueOf, DatePrototypeGetTime, DatePrototypeToISOString, DatePrototypeToString,
    ErrorPrototype, ErrorPrototypeToString, FunctionPrototypeCall, FunctionPrototypeToString, MapPrototypeForEach, MapPrototypeGet,
    MapPrototypeGetSize, MapPrototypeSet, MathFloor, MathMax, MathMin, MathRound, MathSqrt, MathTrunc, NumberPrototypeValueOf,
    ObjectDefineProperty, ObjectGetOwnPropertyDescriptor, ObjectGetOwnPropertyNames, ObjectGetOwnPropertySymbols,
    ObjectGetPrototypeOf, ObjectIs, ObjectKeys, ObjectPrototypeHasOwnProperty, ObjectPrototypeIsPrototypeOf,
    ObjectPrototypePropertyIsEnumerable,
    RegExpPrototypeToString, SetPrototypeForEach, SetPrototypeGetSize, String, StringPrototypeEndsWith,
    StringPrototypeIncludes, StringPrototypeIndexOf, StringPrototypePadEnd, StringPrototypePadStart,
    StringPrototypeSlice, StringPrototypeStartsWith, StringPrototypeToLowerCase, StringPrototypeValueOf, Symbol, SymbolIterator,
    SymbolPrototypeToString, SymbolPrototypeValueOf, SymbolToStringTag, SymbolFor, TypedArrayPrototypeGetLength,
    TypedArrayPrototypeGetSymbolToStringTag, Uint8Array, NumberPrototypeToString, list, safeMap, isError,
  } = primordials;
  const { kindOf, functionKindOf, proxyDetails, isRevoked } = kinds;
  const { escape, quote, width, spaces, split, indent, isIdentifier } = text;

  const customInspect = SymbolFor('nodejs.util.inspect.custom');
  // Beyond this many elements the names of an array's other properties are not looked for: the engine would first
  // have to make a string for each index.
  const maxElementsWithExtraKeys = 200_000;
  const OBJECT = 0;
  const ELEMENT = 1;
  const ARRAY = 2;

  const builtinNames = { __proto__: null };
  const globalNames = ObjectGetOwnPropertyNames(globalThis);
  for (let i = 0; i < globalNames.length; i++) {
    const first = globalNames[i][0];
    if (first >= 'A' && first <= 'Z') builtinNames[globalNames[i]] = true;
  }

  const defaults = {
    __proto__: null, showHidden: false, depth: 2, customInspect: true, showProxy: false, maxArrayLength: 100,
    maxStringLength: 10000, breakLength: 80, compact: 3, sorted: false, getters: false, colors: false, numericSeparator: false,
  };

  // The codes of a terminal that switch a style on and off.
  const styles = {
    __proto__: null, special: '36 39', number: '33 39', bigint: '33 39', boolean: '33 39', undefined: '90 39', null: '1 22',
    string: '32 39', symbol: '32 39', date: '35 39', regexp: '31 39',
  };
  const plainly = (value) => value;
  const colorfully = (value, style) => {
    const codes = styles[style];
    if (codes === undefined) return value;
    const space = StringPrototypeIndexOf(codes, ' ');
    return `\x1b[${StringPrototypeSlice(codes, 0, space)}m${value}\x1b[${StringPrototypeSlice(codes, space + 1)}m`;
  };
  const uncolored = (context, value) => {
    if (!context.colors) return value;
    let result = '';
    for (let at = 0; at < value.length;) {
      const escape = StringPrototypeIndexOf(value, '\x1b[', at);
      if (escape === -1) return result + StringPrototypeSlice(value, at);
      result += StringPrototypeSlice(value, at, escape);
      const end = StringPrototypeIndexOf(value, 'm', escape);
      at = end === -1 ? value.length : end + 1;
    }
    return result;
  };

  const contextOf = (options) => {
    const context = { __proto__: null, indentation: 0, currentDepth: 0, seen: list(), circular: undefined, budget: 0 };
    for (const key in defaults) context[key] = options?.[key] === undefined ? defaults[key] : options[key];
    if (context.depth === null) context.depth = Infinity;
    if (context.maxArrayLength === null) context.maxArrayLength = Infinity;
    if (context.maxStringLength === null) context.maxStringLength = Infinity;
    context.stylize = context.colors ? colorfully : plainly;
    return context;
  };

  const more = (count, what) => `... ${count} more ${what}${count > 1 ? 's' : ''}`;
  const numberText = (value) => (ObjectIs(value, -0) ? '-0' : `${value}`);
  const grouped = (digits) => {
    const start = digits[0] === '-' ? 1 : 0;
    let result = '';
    let end = digits.length;
    for (; end - start > 3; end -= 3) result = `_${StringPrototypeSlice(digits, end - 3, end)}${result}`;
    return StringPrototypeSlice(digits, 0, end) + result;
  };
  const separatedText = (value) => {
    const whole = `${MathTrunc(value)}`;
    if (MathTrunc(value) === value) return StringPrototypeIncludes(whole, 'e') || value - value !== 0 ? whole : grouped(whole);
    if (value !== value) return whole;
    const rest = StringPrototypeSlice(`${value}`, whole.length + 1);
    let fraction = '';
    for (let i = 0; i < rest.length; i += 3) fraction += `${i === 0 ? '' : '_'}${StringPrototypeSlice(rest, i, i + 3)}`;
    return `${grouped(whole)}.${fraction}`;
  };

  const stringText = (context, value) => {
    let trailer = '';
    if (value.length > context.maxStringLength) {
      const hidden = value.length - context.maxStringLength;
      value = StringPrototypeSlice(value, 0, context.maxStringLength);
      trailer = more(hidden, 'character');
    }
    if (context.compact !== true && value.length > 16 && value.length > context.breakLength - context.indentation - 4) {
      const lines = split(value, '\n', true);
      let result = context.stylize(quote(lines[0]), 'string');
      for (let i = 1; i < lines.length; i++) result += ` +\n${spaces(context.indentation + 2)}${context.stylize(quote(lines[i]), 'string')}`;
      return result + trailer;
    }
    return context.stylize(quote(value), 'string') + trailer;
  };

  const primitiveText = (context, value) => {
    switch (typeof value) {
      case 'string': return stringText(context, value);
      case 'number': return context.stylize(context.numericSeparator ? separatedText(value) : numberText(value), 'number');
      case 'bigint': {
        const digits = BigIntPrototypeToString(value);
        return context.stylize(`${context.numericSeparator ? grouped(digits) : digits}n`, 'bigint');
      }
      case 'symbol': return context.stylize(SymbolPrototypeToString(value), 'symbol');
      default: return context.stylize(`${value}`, typeof value);
    }
  };

  const isInstance = (value, constructor) => {
    try {
      return value instanceof constructor;
    } catch {
      return false;
    }
  };

  const kindName = (value) => {
    const kind = kindOf(value);
    return kind === 'TypedArray' ? TypedArrayPrototypeGetSymbolToStringTag(value) : kind;
  };

  const constructorNameOf = (context, value, recursion) => {
    let first;
    for (let object = value; object !== null;) {
      const descriptor = ObjectGetOwnPropertyDescriptor(object, 'constructor');
      if (descriptor !== undefined && typeof descriptor.value === 'function' && descriptor.value.name !== ''
          && isInstance(value, descriptor.value)) {
        return String(descriptor.value.name);
      }
      object = ObjectGetPrototypeOf(object);
      if (first === undefined) first = object;
    }
    if (first === null) return null;
    const own = kindName(value);
    if (recursion > context.depth) return `${own} <Complex prototype>`;
    const inherited = constructorNameOf(context, first, recursion + 1);
    if (inherited !== null) return `${own} <${inherited}>`;
    const bare = contextOf(context);
    bare.customInspect = false;
    bare.depth = -1;
    return `${own} <${format(bare, first, 0)}>`;
  };

  const prefixOf = (constructor, tag, fallback, size = '') => {
    if (constructor === null) {
      return tag !== '' && fallback !== tag
        ? `[${fallback}${size}: null prototype] [${tag}] ` : `[${fallback}${size}: null prototype] `;
    }
    return tag !== '' && constructor !== tag ? `${constructor}${size} [${tag}] ` : `${constructor}${size} `;
  };

  const classStyle = (value, constructor, tag) => {
    let fallback = '';
    if (constructor === null) {
      fallback = kindName(value);
      if (fallback === tag) fallback = 'Object';
    }
    return prefixOf(constructor, tag, fallback);
  };

  const isIndex = (key) => {
    const first = key[0];
    if (!(first >= '0' && first <= '9')) return false;
    const number = +key;
    return number < 4294967295 && `${number}` === key;
  };

  const keysOf = (context, value, withoutIndexes) => {
    const keys = list();
    if (!(withoutIndexes && value.length > maxElementsWithExtraKeys)) {
      const names = context.showHidden ? ObjectGetOwnPropertyNames(value) : ObjectKeys(value);
      for (let i = 0; i < names.length; i++) {
        if (!withoutIndexes || !isIndex(names[i])) ArrayPrototypePush(keys, names[i]);
      }
    }
    const symbols = ObjectGetOwnPropertySymbols(value);
    for (let i = 0; i < symbols.length; i++) {
      if (context.showHidden || ObjectPrototypePropertyIsEnumerable(value, symbols[i])) {
        ArrayPrototypePush(keys, symbols[i]);
      }
    }
    return keys;
  };

  const indexOf = (array, value) => {
    for (let i = 0; i < array.length; i++) if (array[i] === value) return i;
    return -1;
  };

  const formatNested = (context, value, recursion, by) => {
    context.indentation += by;
    const result = format(context, value, recursion);
    context.indentation -= by;
    return result;
  };

  const getterText = (context, value, { get, set }, recursion) => {
    const label = set !== undefined ? 'Getter/Setter' : 'Getter';
    const { getters } = context;
    const wanted = getters === true || (getters === 'get' && set === undefined) || (getters === 'set' && set !== undefined);
    if (!wanted) return context.stylize(`[${label}]`, 'special');
    let got;
    try {
      const result = FunctionPrototypeCall(get, value);
      if (result !== null && typeof result === 'object') {
        return `${context.stylize(`[${label}]`, 'special')} ${formatNested(context, result, recursion, 2)}`;
      }
      got = typeof result === 'function' ? formatNested(context, result, recursion, 2)
        : result === null ? context.stylize('null', 'null') : primitiveText(context, result);
    } catch (error) {
      if (isStackOverflow(error)) throw error;
      got = `<Inspection threw (${isError(error) ? error.message : String(error)})>`;
    }
    return `${context.stylize(`[${label}:`, 'special')} ${got}${context.stylize(']', 'special')}`;
  };

  const formatProperty = (context, value, recursion, key, type) => {
    const descriptor = ObjectGetOwnPropertyDescriptor(value, key) ?? { __proto__: null, value: value[key], enumerable: true };
    let result;
    let separator = ' ';
    if (ObjectPrototypeHasOwnProperty(descriptor, 'value') || descriptor.value !== undefined) {
      const by = context.compact !== true || type !== OBJECT ? 2 : 3;
      result = formatNested(context, descriptor.value, recursion, by);
      if (by === 3 && context.breakLength < width(uncolored(context, result))) separator = `\n${spaces(context.indentation + by)}`;
    } else if (descriptor.get !== undefined) {
      result = getterText(context, value, descriptor, recursion);
    } else {
      result = descriptor.set !== undefined ? context.stylize('[Setter]', 'special') : context.stylize('undefined', 'undefined');
    }
    if (type === ELEMENT) return result;
    let name;
    if (typeof key === 'symbol') name = `[${context.stylize(escape(SymbolPrototypeToString(key), -1), 'symbol')}]`;
    else if (key === '__proto__') name = "['__proto__']";
    else if (descriptor.enumerable === false) name = `[${escape(key, -1)}]`;
    else name = isIdentifier(key) ? context.stylize(key, 'name') : context.stylize(quote(key), 'string');
    return `${name}:${separator}${result}`;
  };

  const emptyItems = (context, count) => context.stylize(`<${count} empty item${count > 1 ? 's' : ''}>`, 'undefined');

  const formatSparse = (context, value, recursion, limit, output, from) => {
    const keys = ObjectKeys(value);
    let index = from;
    for (let i = from; i < keys.length && output.length < limit && isIndex(keys[i]); i++) {
      const position = +keys[i];
      if (position !== index) {
        ArrayPrototypePush(output, emptyItems(context, position - index));
        index = position;
        if (output.length === limit) break;
      }
      ArrayPrototypePush(output, formatProperty(context, value, recursion, keys[i], ELEMENT));
      index++;
    }
    const remaining = value.length - index;
    if (remaining > 0) ArrayPrototypePush(output, output.length === limit ? more(remaining, 'item') : emptyItems(context, remaining));
    return output;
  };

  const formatArray = (context, value, recursion) => {
    const output = list();
    const limit = MathMin(MathMax(0, context.maxArrayLength), value.length);
    for (let i = 0; i < limit; i++) {
      if (!ObjectPrototypeHasOwnProperty(value, i)) return formatSparse(context, value, recursion, limit, output, i);
      ArrayPrototypePush(output, formatProperty(context, value, recursion, i, ELEMENT));
    }
    if (value.length > limit) ArrayPrototypePush(output, more(value.length - limit, 'item'));
    return output;
  };

  const formatTypedArray = (context, value) => {
    const output = list();
    const length = TypedArrayPrototypeGetLength(value);
    const limit = MathMin(MathMax(0, context.maxArrayLength), length);
    for (let i = 0; i < limit; i++) ArrayPrototypePush(output, primitiveText(context, value[i]));
    if (length > limit) ArrayPrototypePush(output, more(length - limit, 'item'));
    return output;
  };

  const formatEntries = (context, size, forEach, formatEntry) => {
    const output = list();
    const limit = MathMin(MathMax(0, context.maxArrayLength), size);
    context.indentation += 2;
    forEach((value, key) => {
      if (output.length < limit) ArrayPrototypePush(output, formatEntry(value, key));
    });
    context.indentation -= 2;
    if (size > limit) ArrayPrototypePush(output, more(size - limit, 'item'));
    return output;
  };

  const formatSet = (context, value, recursion) => formatEntries(context, SetPrototypeGetSize(value),
    (visit) => SetPrototypeForEach(value, visit), (item) => format(context, item, recursion));

  const formatMap = (context, value, recursion) => formatEntries(context, MapPrototypeGetSize(value),
    (visit) => MapPrototypeForEach(value, visit),
    (item, key) => `${format(context, key, recursion)} => ${format(context, item, recursion)}`);

  const formatArrayBuffer = (context, value) => {
    const output = list();
    let bytes;
    try {
      bytes = new Uint8Array(value);
    } catch {
      ArrayPrototypePush(output, context.stylize('(detached)', 'special'));
      return output;
    }
    const length = TypedArrayPrototypeGetLength(bytes);
    const limit = MathMin(MathMax(0, context.maxArrayLength), length);
    let hex = '';
    for (let i = 0; i < limit; i++) {
      hex += (i === 0 ? '' : ' ') + StringPrototypePadStart(NumberPrototypeToString(bytes[i], 16), 2, '0');
    }
    if (length > limit) hex += ` ${more(length - limit, 'byte')}`;
    ArrayPrototypePush(output, `${context.stylize('[Uint8Contents]', 'special')}: <${hex}>`);
    return output;
  };

  let promiseState = () => ({ __proto__: null, state: 'unknown', value: undefined });
  const formatPromise = (context, value, recursion) => {
    const output = list();
    const { state, value: result } = promiseState(value);
    if (state === 'pending' || state === 'unknown') ArrayPrototypePush(output, context.stylize(`<${state}>`, 'special'));
    else ArrayPrototypePush(output, `${state === 'rejected' ? `${context.stylize('<rejected>', 'special')} ` : ''}${formatNested(context, result, recursion, 2)}`);
    return output;
  };

  const formatNothing = () => list();
  const formatUnknownItems = (context) => {
    const output = list();
    ArrayPrototypePush(output, context.stylize('<items unknown>', 'special'));
    return output;
  };

  const isClass = (source) => StringPrototypeStartsWith(source, 'class') && StringPrototypeEndsWith(source, '}')
    && !StringPrototypeIncludes(StringPrototypeSlice(source, 0, StringPrototypeIndexOf(source, '{')), '(');

  const functionText = (value, constructor, tag) => {
    if (isClass(FunctionPrototypeToString(value))) {
      const name = ObjectPrototypeHasOwnProperty(value, 'name') && value.name ? value.name : '(anonymous)';
      let result = `class ${name}`;
      if (constructor !== 'Function' && constructor !== null) result += ` [${constructor}]`;
      if (tag !== '' && constructor !== tag) result += ` [${tag}]`;
      if (constructor === null) return `[${result} extends [null prototype]]`;
      const parent = ObjectGetPrototypeOf(value).name;
      return parent ? `[${result} extends ${parent}]` : `[${result}]`;
    }
    const type = functionKindOf(value);
    const shown = type === 'AsyncGeneratorFunction' ? 'AsyncGeneratorFunction' : type;
    let result = `[${shown}${constructor === null ? ' (null prototype)' : ''}`;
    result += value.name === '' ? ' (anonymous)]' : `: ${String(value.name)}]`;
    if (constructor !== type && constructor !== null) result += ` ${constructor}`;
    if (tag !== '' && constructor !== tag) result += ` [${tag}]`;
    return result;
  };

  const boxedValueOf = {
    __proto__: null, Number: NumberPrototypeValueOf, String: StringPrototypeValueOf, Boolean: BooleanPrototypeValueOf,
    BigInt: BigIntPrototypeValueOf, Symbol: SymbolPrototypeValueOf,
  };
  const boxedText = (context, value, kind, constructor, tag) => {
    let result = `[${kind}`;
    if (kind !== constructor) result += constructor === null ? ' (null prototype)' : ` (${constructor})`;
    result += `: ${primitiveText(contextOf({ __proto__: null, breakLength: Infinity }), boxedValueOf[kind](value))}]`;
    if (tag !== '' && tag !== constructor) result += ` [${tag}]`;
    return result;
  };

  const dateText = (value) =>
    (ObjectIs(DatePrototypeGetTime(value), NaN) ? DatePrototypeToString(value) : DatePrototypeToISOString(value));

  const stackOf = (error) => (error.stack ? String(error.stack) : ErrorPrototypeToString(error));

  /** The class's own name in front of the stack when the stack says only "Error". */
  const improveStack = (stack, constructor, name, tag) => {
    const fits = constructor === null || (StringPrototypeEndsWith(name, 'Error') && StringPrototypeStartsWith(stack, name)
      && (stack.length === name.length || stack[name.length] === ':' || stack[name.length] === '\n'));
    if (!fits) return stack;
    let length = name.length;
    let fallback = 'Error';
    if (constructor === null) {
      fallback = StringPrototypeStartsWith(stack, name) ? name : '';
      length = fallback.length;
      fallback ||= 'Error';
    }
    const prefix = StringPrototypeSlice(prefixOf(constructor, tag, fallback), 0, -1);
    if (name === prefix) return stack;
    if (!StringPrototypeIncludes(prefix, name)) return `${prefix} [${name}]${StringPrototypeSlice(stack, length)}`;
    return length === 0 ? `${prefix}: ${stack}` : prefix + StringPrototypeSlice(stack, length);
  };

  /** Of the lines that a cause's stack repeats, the first and the last are kept. */
  const shortenRepeated = (lines, cause) => {
    if (!isError(cause)) return lines;
    const other = split(stackOf(cause), '\n');
    for (let i = 0; i < lines.length - 3; i++) {
      const at = indexOf(other, lines[i]);
      let length = 0;
      while (at !== -1 && i + length < lines.length && lines[i + length] === other[at + length]) length++;
      if (length > 3) {
        const kept = list();
        for (let j = 0; j <= i; j++) ArrayPrototypePush(kept, lines[j]);
        ArrayPrototypePush(kept, `    ... ${length - 2} lines matching cause stack trace ...`);
        for (let j = i + length - 1; j < lines.length; j++) ArrayPrototypePush(kept, lines[j]);
        return kept;
      }
    }
    return lines;
  };

  const remove = (keys, unwanted) => {
    const kept = list();
    for (let i = 0; i < keys.length; i++) if (keys[i] !== unwanted) ArrayPrototypePush(kept, keys[i]);
    return kept;
  };

  const errorKeys = (context, error, keys, stack) => {
    const shown = ['name', 'message', 'stack'];
    for (let i = 0; i < 3 && !context.showHidden; i++) {
      if (indexOf(keys, shown[i]) !== -1 && StringPrototypeIncludes(stack, String(error[shown[i]]))) keys = remove(keys, shown[i]);
    }
    if ('cause' in error && indexOf(keys, 'cause') === -1) ArrayPrototypePush(keys, 'cause');
    if (ArrayIsArray(error.errors) && indexOf(keys, 'errors') === -1) ArrayPrototypePush(keys, 'errors');
    return keys;
  };

  const errorText = (context, error, constructor, tag) => {
    const name = error.name == null ? 'Error' : String(error.name);
    let stack = improveStack(stackOf(error), constructor, name, tag);
    const message = typeof error.message === 'string' ? error.message : '';
    const at = message === '' ? -1 : StringPrototypeIndexOf(stack, message);
    const frames = StringPrototypeIndexOf(stack, '\n    at', at === -1 ? 0 : at + message.length);
    if (frames === -1) {
      stack = `[${stack}]`;
    } else {
      const lines = shortenRepeated(split(StringPrototypeSlice(stack, frames + 1), '\n'), error.cause);
      stack = StringPrototypeSlice(stack, 0, frames);
      for (let i = 0; i < lines.length; i++) stack += `\n${lines[i]}`;
    }
    return indent(stack, context.indentation);
  };

  /** Short entries of a long array, set in columns. */
  const groupElements = (context, output, value) => {
    const shown = context.maxArrayLength < output.length ? output.length - 1 : output.length;
    const widths = list();
    let total = 0;
    let longest = 0;
    for (let i = 0; i < shown; i++) {
      const columns = width(uncolored(context, output[i]));
      ArrayPrototypePush(widths, columns);
      total += columns + 2;
      if (columns > longest) longest = columns;
    }
    const cell = longest + 2;
    if (cell * 3 + context.indentation >= context.breakLength || (total / cell <= 5 && longest > 6)) return output;
    const bias = MathMax(cell - 3 - MathSqrt(cell - total / output.length), 1);
    const columns = MathMin(MathRound(MathSqrt(2.5 * bias * shown) / bias),
      MathFloor((context.breakLength - context.indentation) / cell), context.compact * 4, 15);
    if (columns <= 1) return output;
    const cells = list();
    for (let i = 0; i < columns; i++) {
      let widest = 0;
      for (let j = i; j < shown; j += columns) if (widths[j] > widest) widest = widths[j];
      ArrayPrototypePush(cells, widest + 2);
    }
    let numbers = value !== undefined;
    for (let i = 0; numbers && i < output.length; i++) {
      numbers = typeof value[i] === 'number' || typeof value[i] === 'bigint';
    }
    const pad = numbers ? StringPrototypePadStart : StringPrototypePadEnd;
    const rows = list();
    for (let i = 0; i < shown; i += columns) {
      const last = MathMin(i + columns, shown) - 1;
      let row = '';
      for (let j = i; j < last; j++) row += pad(`${output[j]}, `, cells[j - i] + output[j].length - widths[j], ' ');
      row += numbers ? StringPrototypePadStart(output[last], cells[last - i] + output[last].length - widths[last] - 2, ' ') : output[last];
      ArrayPrototypePush(rows, row);
    }
    if (shown < output.length) ArrayPrototypePush(rows, output[shown]);
    return rows;
  };

  const join = (parts, separator) => {
    let result = '';
    for (let i = 0; i < parts.length; i++) result += (i === 0 ? '' : separator) + parts[i];
    return result;
  };

  const fitsOnLine = (context, output, start, base) => {
    let total = output.length + start;
    if (total + output.length > context.breakLength) return false;
    for (let i = 0; i < output.length; i++) {
      total += uncolored(context, output[i]).length;
      if (total > context.breakLength) return false;
    }
    return base === '' || !StringPrototypeIncludes(base, '\n');
  };

  const reduceTightly = (context, output, base, open, close) => {
    const line = `${open}${base ? ` ${base}` : ''} ${join(output, ', ')} ${close}`;
    if (fitsOnLine(context, output, 0, base)) return line;
    const newline = `\n${spaces(context.indentation)}`;
    const start = base === '' && open.length === 1 ? ' ' : `${base ? ` ${base}` : ''}${newline}  `;
    return `${open}${start}${join(output, `,${newline}  `)} ${close}`;
  };

  const reduce = (context, output, base, open, close, type, recursion, value) => {
    if (context.compact === true) return reduceTightly(context, output, base, open, close);
    const head = `${base ? `${base} ` : ''}${open}`;
    if (context.compact >= 1) {
      const entries = output.length;
      if (type === ARRAY && entries > 6) output = groupElements(context, output, value);
      if (context.currentDepth - recursion < context.compact && entries === output.length) {
        const start = output.length + context.indentation + open.length + base.length + 10;
        if (fitsOnLine(context, output, start, base)) {
          const line = join(output, ', ');
          if (!StringPrototypeIncludes(line, '\n')) return `${head} ${line} ${close}`;
        }
      }
    }
    const newline = `\n${spaces(context.indentation)}`;
    return `${head}${newline}  ${join(output, `,${newline}  `)}${newline}${close}`;
  };

  const MapIteratorPrototype = ObjectGetPrototypeOf(new primordials.Map()[SymbolIterator]());
  const SetIteratorPrototype = ObjectGetPrototypeOf(new primordials.Set()[SymbolIterator]());
  /** Perhaps: only the host can tell. */
  const isIteratorOf = (value) => {
    for (let p = ObjectGetPrototypeOf(value); p !== null && proxyDetails(p) === undefined; p = ObjectGetPrototypeOf(p)) {
      if (p === MapIteratorPrototype) return 'Map';
      if (p === SetIteratorPrototype) return 'Set';
    }
    return undefined;
  };
  const describeIterator = (context, value, shape, tag, entries, pairs) => {
    const name = `${isIteratorOf(value)} ${pairs ? 'Entries' : 'Iterator'}`;
    const iterator = `${isIteratorOf(value)} Iterator`;
    shape.open = `[${tag === iterator || tag === '' ? '' : `${tag}] [`}${name}] {`;
    shape.formatter = (_, __, recursion) => {
      const output = list();
      const limit = MathMin(MathMax(0, context.maxArrayLength), entries.length);
      context.indentation += 2;
      for (let i = 0; i < limit; i++) {
        const item = format(context, entries[i].value, recursion);
        if (pairs) {
          const pair = list();
          ArrayPrototypePush(pair, format(context, entries[i].key, recursion), item);
          ArrayPrototypePush(output, reduce(context, pair, '', '[', ']', ARRAY, recursion));
        } else {
          ArrayPrototypePush(output, item);
        }
      }
      context.indentation -= 2;
      if (entries.length > limit) ArrayPrototypePush(output, more(entries.length - limit, 'item'));
      return output;
    };
    return shape;
  };

  /** How a value of some kind is shown: {open, close, base, keys, formatter, type}, or text when that is all. */
  const describe = (context, value, recursion, constructor, tag) => {
    let kind = kindOf(value);
    // As Node does: what inherits from Error without being one, as classes of before ES6 do.
    if (kind === 'Object' && ObjectPrototypeIsPrototypeOf(ErrorPrototype, value)) kind = 'Error';
    const shape = { __proto__: null, open: '{', close: '}', base: '', keys: undefined, formatter: formatNothing, type: OBJECT };
    const sized = (fallback, size, formatter, braces) => {
      shape.open = `${prefixOf(constructor, tag, fallback, `(${size})`)}${braces[0]}`;
      shape.close = braces[1];
      shape.formatter = formatter;
    };
    switch (kind) {
      case 'Array':
        shape.keys = keysOf(context, value, true);
        sized('Array', value.length, formatArray, '[]');
        if (constructor === 'Array' && tag === '') shape.open = '[';
        shape.type = ARRAY;
        if (value.length === 0 && shape.keys.length === 0) return `${shape.open}]`;
        return shape;
      case 'TypedArray': {
        const length = TypedArrayPrototypeGetLength(value);
        shape.keys = keysOf(context, value, true);
        sized(TypedArrayPrototypeGetSymbolToStringTag(value), length, formatTypedArray, '[]');
        shape.type = ARRAY;
        return length === 0 && shape.keys.length === 0 ? `${shape.open}]` : shape;
      }
      default:
    }
    shape.keys = keysOf(context, value, false);
    const bare = shape.keys.length === 0;
    switch (kind) {
      case 'Set': {
        const size = SetPrototypeGetSize(value);
        sized('Set', size, formatSet, '{}');
        return size === 0 && bare ? `${shape.open}}` : shape;
      }
      case 'Map': {
        const size = MapPrototypeGetSize(value);
        sized('Map', size, formatMap, '{}');
        return size === 0 && bare ? `${shape.open}}` : shape;
      }
      case 'Function':
        shape.base = functionText(value, constructor, tag);
        return bare ? context.stylize(shape.base, 'special') : shape;
      case 'Arguments':
        shape.open = constructor === 'Object' ? '[Arguments] {' : `${prefixOf(constructor, tag, 'Arguments')}{`;
        return bare ? `${shape.open}}` : shape;
      case 'RegExp': {
        const prefix = prefixOf(constructor, tag, 'RegExp');
        shape.base = (prefix === 'RegExp ' ? '' : prefix) + RegExpPrototypeToString(value);
        return bare || recursion > context.depth ? context.stylize(shape.base, 'regexp') : shape;
      }
      case 'Date': {
        const prefix = prefixOf(constructor, tag, 'Date');
        shape.base = (prefix === 'Date ' ? '' : prefix) + dateText(value);
        return bare ? context.stylize(shape.base, 'date') : shape;
      }
      case 'Error':
        shape.keys = errorKeys(context, value, shape.keys, stackOf(value));
        shape.base = errorText(context, value, constructor, tag);
        return shape.keys.length === 0 ? shape.base : shape;
      case 'ArrayBuffer':
      case 'SharedArrayBuffer': {
        const keys = list();
        ArrayPrototypePush(keys, 'byteLength');
        for (let i = 0; i < shape.keys.length; i++) ArrayPrototypePush(keys, shape.keys[i]);
        shape.open = `${prefixOf(constructor, tag, kind)}{`;
        shape.keys = keys;
        shape.formatter = formatArrayBuffer;
        return shape;
      }
      case 'DataView': {
        const keys = list();
        ArrayPrototypePush(keys, 'byteLength', 'byteOffset', 'buffer');
        for (let i = 0; i < shape.keys.length; i++) ArrayPrototypePush(keys, shape.keys[i]);
        shape.open = `${prefixOf(constructor, tag, 'DataView')}{`;
        shape.keys = keys;
        return shape;
      }
      case 'Promise':
        shape.open = `${prefixOf(constructor, tag, 'Promise')}{`;
        shape.formatter = formatPromise;
        return shape;
      case 'WeakSet':
      case 'WeakMap':
        shape.open = `${prefixOf(constructor, tag, kind)}{`;
        shape.formatter = formatUnknownItems;
        return shape;
      case 'Number': case 'String': case 'Boolean': case 'BigInt': case 'Symbol':
        if (kind === 'String') shape.keys = keysOf(context, value, true);
        if (kind === 'String' && context.showHidden) shape.keys = remove(shape.keys, 'length');
        shape.base = boxedText(context, value, kind, constructor, tag);
        return shape.keys.length === 0 ? context.stylize(shape.base, StringPrototypeToLowerCase(kind)) : shape;
      default:
        if (kind === 'Object' && isIteratorOf(value)) {
          const { pairs, entries } = host.entries(value);
          if (entries !== undefined) return describeIterator(context, value, shape, tag, entries, pairs);
        }
        if (constructor === 'Object') {
          if (tag !== '') shape.open = `${prefixOf(constructor, tag, 'Object')}{`;
        } else {
          shape.open = `${classStyle(value, constructor, tag)}{`;
        }
        return bare ? `${shape.open}}` : shape;
    }
  };

  const formatObject = (context, value, recursion) => {
    const constructor = constructorNameOf(context, value, recursion);
    let tag = value[SymbolToStringTag];
    const listed = context.showHidden ? ObjectPrototypeHasOwnProperty : ObjectPrototypePropertyIsEnumerable;
    if (typeof tag !== 'string' || (tag !== '' && listed(value, SymbolToStringTag))) tag = '';
    const shape = describe(context, value, recursion, constructor, tag);
    if (typeof shape === 'string') return shape;
    if (recursion > context.depth) {
      const style = StringPrototypeSlice(classStyle(value, constructor, tag), 0, -1);
      return context.stylize(constructor === null ? style : `[${ArrayIsArray(value) && constructor === 'Array' ? 'Array' : style}]`, 'special');
    }
    return formatMembers(context, value, recursion + 1, constructor, tag, shape);
  };

  const formatMembers = (context, value, recursion, constructor, tag, shape) => {
    ArrayPrototypePush(context.seen, value);
    context.currentDepth = recursion;
    const { indentation } = context;
    let output;
    try {
      output = shape.formatter(context, value, recursion);
      for (let i = 0; i < shape.keys.length; i++) {
        ArrayPrototypePush(output, formatProperty(context, value, recursion, shape.keys[i], shape.type));
      }
    } catch (error) {
      if (!isStackOverflow(error)) throw error;
      context.seen.length--;
      context.indentation = indentation;
      return context.stylize(`[${StringPrototypeSlice(classStyle(value, constructor, tag), 0, -1)}: Inspection interrupted prematurely. Maximum call stack size exceeded.]`, 'special');
    }
    let { base } = shape;
    const reference = context.circular === undefined ? undefined : MapPrototypeGet(context.circular, value);
    if (reference !== undefined) {
      const mark = context.stylize(`<ref *${reference}>`, 'special');
      base = base === '' ? mark : `${mark} ${base}`;
    }
    context.seen.length--;
    if (context.sorted && shape.type === OBJECT) ArrayPrototypeSort(output, typeof context.sorted === 'function' ? context.sorted : undefined);
    const result = reduce(context, output, base, shape.open, shape.close, shape.type, recursion, value);
    // An object of shared parts can be small in memory and endless on paper.
    context.budget += result.length;
    if (context.budget > 134_217_728) context.depth = -1;
    return result;
  };

  const isStackOverflow = (error) => isError(error) && ObjectGetPrototypeOf(error) === primordials.RangeErrorPrototype
    && ObjectGetOwnPropertyDescriptor(error, 'message')?.value === 'Maximum call stack size exceeded';

  const circularText = (context, value) => {
    context.circular ??= safeMap();
    let index = MapPrototypeGet(context.circular, value);
    if (index === undefined) {
      index = MapPrototypeGetSize(context.circular) + 1;
      MapPrototypeSet(context.circular, value, index);
    }
    return context.stylize(`[Circular *${index}]`, 'special');
  };

  const formatProxy = (context, details, recursion) => {
    if (recursion > context.depth) return context.stylize('Proxy [Array]', 'special');
    const output = list();
    context.indentation += 2;
    ArrayPrototypePush(output, format(context, details.target, recursion + 1), format(context, details.handler, recursion + 1));
    context.indentation -= 2;
    return reduce(context, output, '', 'Proxy [', ']', ARRAY, recursion + 1);
  };

  const userOptions = (context) => {
    const options = {};
    for (const key in defaults) options[key] = context[key];
    options.stylize = (value, style) => context.stylize(`${value}`, style);
    return options;
  };

  const format = (context, value, recursion) => {
    if (value === null) return context.stylize('null', 'null');
    if (typeof value !== 'object' && typeof value !== 'function') return primitiveText(context, value);
    const receiver = value;
    for (let details; (details = proxyDetails(value)) !== undefined;) {
      if (isRevoked(value)) return context.stylize('<Revoked Proxy>', 'special');
      if (context.showProxy) return formatProxy(context, details, recursion);
      value = details.target;
    }
    if (context.customInspect) {
      const custom = value[customInspect];
      if (typeof custom === 'function' && custom !== inspect && !(value.constructor && value.constructor.prototype === value)) {
        const result = FunctionPrototypeCall(custom, receiver, context.depth - recursion, userOptions(context), inspect);
        if (result !== receiver) {
          return typeof result === 'string' ? indent(result, context.indentation) : format(context, result, recursion);
        }
      }
    }
    return indexOf(context.seen, value) === -1 ? formatObject(context, value, recursion) : circularText(context, value);
  };

  const inspect = (value, options) => format(contextOf(options), value, 0);
  ObjectDefineProperty(inspect, 'custom', { __proto__: null, value: customInspect });

  return {
    inspect, numberText, builtinNames, isStackOverflow,
    usePromiseState(probe) {
      promiseState = probe;
    },
  };
}
