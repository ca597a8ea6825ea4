// Quoting, measuring and shaping text the way Node does.
(primordials) => {
  const {
    NumberPrototypeToString, StringPrototypeCharCodeAt, StringPrototypeCodePointAt, StringPrototypeIncludes,
    StringPrototypeIndexOf, StringPrototypePadStart, StringPrototypeRepeat, StringPrototypeSlice,
    StringPrototypeToUpperCase, ArrayPrototypePush, StringFromCharCode, list,
  } = primordials;

  const short = { __proto__: null, 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 39: "\\'", 92: '\\\\' };
  const escapeCode = (code) => short[code]
    ?? `\\x${StringPrototypePadStart(StringPrototypeToUpperCase(NumberPrototypeToString(code, 16)), 2, '0')}`;
  const isHigh = (code) => code >= 0xd800 && code <= 0xdbff;
  const isLow = (code) => code >= 0xdc00 && code <= 0xdfff;

  /** Control characters, backslashes, lone surrogates and the given quote escaped. */
  const escape = (text, quoteCode) => {
    let result = '';
    let last = 0;
    for (let i = 0; i < text.length; i++) {
      const code = StringPrototypeCharCodeAt(text, i);
      let replacement;
      if (code === quoteCode || code === 92 || code < 32 || (code > 126 && code < 160)) {
        replacement = escapeCode(code);
      } else if (isHigh(code) && i + 1 < text.length && isLow(StringPrototypeCharCodeAt(text, i + 1))) {
        i++;
        continue;
      } else if (code >= 0xd800 && code <= 0xdfff) {
        replacement = `\\u${NumberPrototypeToString(code, 16)}`;
      } else {
        continue;
      }
      result += StringPrototypeSlice(text, last, i) + replacement;
      last = i + 1;
    }
    return last === 0 ? text : result + StringPrototypeSlice(text, last);
  };

  /** In single quotes, or in the first other quotes that need no escaping. */
  const quote = (text) => {
    if (StringPrototypeIncludes(text, "'")) {
      if (!StringPrototypeIncludes(text, '"')) return `"${escape(text, -1)}"`;
      if (!StringPrototypeIncludes(text, '`') && !StringPrototypeIncludes(text, '${')) return `\`${escape(text, -1)}\``;
    }
    return `'${escape(text, 39)}'`;
  };

  const isWide = (code) => code >= 0x1100 && (
    code <= 0x115f || code === 0x2329 || code === 0x232a
    || (code >= 0x2e80 && code <= 0x3247 && code !== 0x303f) || (code >= 0x3250 && code <= 0x4dbf)
    || (code >= 0x4e00 && code <= 0xa4c6) || (code >= 0xa960 && code <= 0xa97c) || (code >= 0xac00 && code <= 0xd7a3)
    || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe10 && code <= 0xfe19) || (code >= 0xfe30 && code <= 0xfe6b)
    || (code >= 0xff01 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x1b000 && code <= 0x1b001)
    || (code >= 0x1f200 && code <= 0x1f251) || (code >= 0x1f300 && code <= 0x1f64f) || (code >= 0x1f900 && code <= 0x1f9ff)
    || (code >= 0x20000 && code <= 0x3fffd));
  const isZeroWidth = (code) => code <= 0x1f || (code >= 0x7f && code <= 0x9f) || (code >= 0x300 && code <= 0x36f)
    || (code >= 0x200b && code <= 0x200f) || (code >= 0x20d0 && code <= 0x20ff) || (code >= 0xfe00 && code <= 0xfe0f)
    || (code >= 0xfe20 && code <= 0xfe2f) || (code >= 0xe0100 && code <= 0xe01ef);

  /** Columns on a terminal. */
  const width = (text) => {
    let columns = 0;
    for (let i = 0; i < text.length; i++) {
      const code = StringPrototypeCodePointAt(text, i);
      if (code > 0xffff) i++;
      columns += isWide(code) ? 2 : isZeroWidth(code) ? 0 : 1;
    }
    return columns;
  };

  const spaces = (count) => StringPrototypeRepeat(' ', count);

  /** Cut after each separator when it is kept, else at each. */
  const split = (text, separator, keep = false) => {
    const parts = list();
    let start = 0;
    for (let at; (at = StringPrototypeIndexOf(text, separator, start)) !== -1;) {
      ArrayPrototypePush(parts, StringPrototypeSlice(text, start, keep ? at + separator.length : at));
      start = at + separator.length;
    }
    if (!keep || start < text.length || text === '') ArrayPrototypePush(parts, StringPrototypeSlice(text, start));
    return parts;
  };

  const indent = (text, count) => {
    if (count === 0 || !StringPrototypeIncludes(text, '\n')) return text;
    const lines = split(text, '\n');
    let result = lines[0];
    for (let i = 1; i < lines.length; i++) result += `\n${spaces(count)}${lines[i]}`;
    return result;
  };

  /** A key as it may stand without quotes. */
  const isIdentifier = (key) => {
    if (key === '') return false;
    for (let i = 0; i < key.length; i++) {
      const c = StringPrototypeCharCodeAt(key, i);
      const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
      if (!letter && (i === 0 || c < 48 || c > 57)) return false;
    }
    return true;
  };

  return { escape, quote, width, spaces, split, indent, isIdentifier, StringFromCharCode };
}
