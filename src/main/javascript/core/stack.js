// Stack traces in terms of the user's source: host frames left out, positions mapped back.
(primordials, { host }) => {
  const {
    ErrorPrototypeToString, ObjectGetPrototypeOf, ReflectOwnKeys, StringPrototypeIndexOf,
    StringPrototypeLastIndexOf, StringPrototypeSlice, StringPrototypeStartsWith, WeakMap, WeakMapPrototypeGet,
    WeakMapPrototypeSet, define, parseInt, ArrayPrototypePush, list, uncurryThis,
  } = primordials;
  const hostScript = 'faas:bootstrap';
  const userScripts = { __proto__: null, 'snippet.js': true, 'snippet.ts': true };

  // The methods of V8's CallSite, reached through the first trace made.
  const site = {};
  // V8 adds this property only after the snapshot is restored, and must not find it there.
  Error.stackTraceLimit = 10;
  Error.prepareStackTrace = (error, sites) => sites[0];
  const prototype = ObjectGetPrototypeOf(new Error().stack);
  for (const name of ReflectOwnKeys(prototype)) {
    if (typeof name === 'string' && typeof prototype[name] === 'function') site[name] = uncurryThis(prototype[name]);
  }

  delete Error.stackTraceLimit;

  const positions = new WeakMap();
  let mapped = false;

  const positionOf = (frame) => {
    const line = site.getLineNumber(frame);
    const column = site.getColumnNumber(frame);
    return mapped ? host.position(line, column) : `${line}:${column}`;
  };

  const frameText = (frame, script, position) => {
    const text = site.toString(frame);
    if (position === undefined) return text;
    if (StringPrototypeStartsWith(text, 'eval (') || StringPrototypeStartsWith(text, 'async eval (')) return `${script}:${position}`;
    const at = StringPrototypeLastIndexOf(text, `${script}:`);
    return `${StringPrototypeSlice(text, 0, at)}${script}:${position}${text[text.length - 1] === ')' ? ')' : ''}`;
  };

  const headerOf = (error) => {
    try {
      return ErrorPrototypeToString(error);
    } catch {
      return '<error>';
    }
  };

  const prepare = (error, frames) => {
    let result = headerOf(error);
    // Frames of built-ins belong to whoever called them: kept when that is user code.
    let builtins = '';
    for (let i = 0; i < frames.length; i++) {
      const script = site.getScriptNameOrSourceURL(frames[i]);
      if (script === hostScript) {
        builtins = '';
        continue;
      }
      if (typeof script !== 'string' || script === '') {
        builtins += `\n    at ${site.toString(frames[i])}`;
        continue;
      }
      let position;
      if (userScripts[script]) {
        position = positionOf(frames[i]);
        // Code that was added to the user's.
        if (position === '0:0') continue;
        if (WeakMapPrototypeGet(positions, error) === undefined) WeakMapPrototypeSet(positions, error, position);
      }
      result += `${builtins}\n    at ${frameText(frames[i], script, position)}`;
      builtins = '';
    }
    return result + builtins;
  };
  define(Error, 'prepareStackTrace', prepare);

  const parse = (position) => {
    const result = list();
    ArrayPrototypePush(result, parseInt(position), parseInt(StringPrototypeSlice(position, StringPrototypeIndexOf(position, ':') + 1)));
    return result;
  };

  return {
    /** Positions of the running code are not those of the user's source. */
    useMapping() {
      mapped = true;
    },
    /** [line, column] of an error's first user frame, or undefined. */
    locate(error) {
      // Reading the stack is what makes V8 prepare it.
      const { stack } = error;
      const known = WeakMapPrototypeGet(positions, error);
      if (known !== undefined) return parse(known);
      for (const script in userScripts) {
        const at = typeof stack === 'string' ? StringPrototypeIndexOf(stack, `${script}:`) : -1;
        if (at !== -1) {
          const line = parseInt(StringPrototypeSlice(stack, at + script.length + 1, at + script.length + 40));
          if (line > 0) return parse(StringPrototypeSlice(stack, at + script.length + 1, at + script.length + 40));
        }
      }
      return undefined;
    },
  };
}
