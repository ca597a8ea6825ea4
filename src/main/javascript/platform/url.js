// The parser behind URL, after the WHATWG URL standard.
(primordials, { text: { split }, encoding: { encode, decode } }) => {
  const {
    ArrayPrototypePop, ArrayPrototypePush, MathFloor, NumberPrototypeToString, StringFromCharCode,
    StringPrototypeCharCodeAt, StringPrototypeCodePointAt, StringPrototypeIncludes, StringPrototypeIndexOf,
    StringPrototypeLastIndexOf, StringPrototypeNormalize, StringPrototypePadStart, StringPrototypeSlice,
    StringPrototypeToLowerCase, StringPrototypeToUpperCase, TypedArrayPrototypeSubarray,
    list, parseInt,
  } = primordials;

  const defaultPorts = { __proto__: null, 'http:': '80', 'https:': '443', 'ftp:': '21', 'ws:': '80', 'wss:': '443', 'file:': '' };
  const isSpecial = (protocol) => defaultPorts[protocol] !== undefined;
  const isDigit = (c) => c >= '0' && c <= '9';
  const isHex = (c) => isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  const isLetter = (c) => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const every = (text, test) => {
    for (let i = 0; i < text.length; i++) if (!test(text[i])) return false;
    return text !== '';
  };

  const FRAGMENT = ' "<>`';
  const QUERY = ' "#<>';
  const SPECIAL_QUERY = `${QUERY}'`;
  const PATH = `${QUERY}?^\`{}`;
  const USERINFO = `${PATH}/:;=@[\\]|`;
  const FORBIDDEN_HOST = '\0\t\n\r #/:<>?@[\\]^|';
  const FORBIDDEN_DOMAIN = `${FORBIDDEN_HOST}%\x7f`;

  const hexByte = (byte) => `%${StringPrototypePadStart(StringPrototypeToUpperCase(NumberPrototypeToString(byte, 16)), 2, '0')}`;

  /** Everything outside printable ASCII, and the given characters, as bytes of UTF-8. */
  const percentEncode = (text, unsafe) => {
    let result = '';
    for (let i = 0; i < text.length; i++) {
      const code = StringPrototypeCodePointAt(text, i);
      if (code > 0x1f && code < 0x7f && !StringPrototypeIncludes(unsafe, text[i])) {
        result += text[i];
        continue;
      }
      const { bytes, length } = encode(code > 0xffff ? text[i] + text[++i] : text[i]);
      for (let j = 0; j < length; j++) result += hexByte(bytes[j]);
    }
    return result;
  };

  const percentDecode = (text) => {
    if (!StringPrototypeIncludes(text, '%')) return text;
    const { bytes, length } = encode(text);
    const character = (i) => (i < length ? StringFromCharCode(bytes[i]) : '');
    let written = 0;
    for (let i = 0; i < length; i++) {
      if (bytes[i] === 37 && isHex(character(i + 1)) && isHex(character(i + 2))) {
        bytes[written++] = parseInt(character(i + 1) + character(i + 2), 16);
        i += 2;
      } else {
        bytes[written++] = bytes[i];
      }
    }
    return decode(TypedArrayPrototypeSubarray(bytes, 0, written));
  };

  /** RFC 3492, for one label. */
  const punycode = (label) => {
    let output = '';
    for (let i = 0; i < label.length; i++) if (StringPrototypeCharCodeAt(label, i) < 0x80) output += label[i];
    const basic = output.length;
    let handled = basic;
    if (basic > 0) output += '-';
    const points = list();
    for (let i = 0; i < label.length; i++) {
      const code = StringPrototypeCodePointAt(label, i);
      if (code > 0xffff) i++;
      ArrayPrototypePush(points, code);
    }
    let n = 128;
    let delta = 0;
    let bias = 72;
    while (handled < points.length) {
      let next = 0x7fffffff;
      for (let i = 0; i < points.length; i++) if (points[i] >= n && points[i] < next) next = points[i];
      delta += (next - n) * (handled + 1);
      n = next;
      for (let i = 0; i < points.length; i++) {
        if (points[i] < n) delta++;
        if (points[i] !== n) continue;
        let q = delta;
        for (let k = 36; ; k += 36) {
          const t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
          if (q < t) break;
          const digit = t + ((q - t) % (36 - t));
          output += StringFromCharCode(digit < 26 ? 97 + digit : 22 + digit);
          q = MathFloor((q - t) / (36 - t));
        }
        output += StringFromCharCode(q < 26 ? 97 + q : 22 + q);
        delta = MathFloor(delta / (handled === basic ? 700 : 2));
        delta += MathFloor(delta / (handled + 1));
        let k = 0;
        for (; delta > 455; k += 36) delta = MathFloor(delta / 35);
        bias = k + MathFloor((36 * delta) / (delta + 38));
        delta = 0;
        handled++;
      }
      delta++;
      n++;
    }
    return output;
  };

  const domainToAscii = (domain) => {
    const labels = split(StringPrototypeToLowerCase(StringPrototypeNormalize(domain, 'NFKC')), '.');
    let result = '';
    for (let i = 0; i < labels.length; i++) {
      const ascii = every(labels[i], (c) => c < '\x80') || labels[i] === '';
      result += (i === 0 ? '' : '.') + (ascii ? labels[i] : `xn--${punycode(labels[i])}`);
    }
    return result;
  };

  const ipv4Number = (text) => {
    if (text === '') return NaN;
    if (text.length >= 2 && (text[1] === 'x' || text[1] === 'X') && text[0] === '0') {
      const digits = StringPrototypeSlice(text, 2);
      return digits === '' ? 0 : every(digits, isHex) ? parseInt(digits, 16) : NaN;
    }
    if (text.length > 1 && text[0] === '0') return every(text, (c) => c >= '0' && c <= '7') ? parseInt(text, 8) : NaN;
    return every(text, isDigit) ? parseInt(text, 10) : NaN;
  };

  /** The address when the domain ends in a number; undefined for a name; null for a malformed address. */
  const parseIpv4 = (domain) => {
    const parts = split(domain, '.');
    if (parts.length > 1 && parts[parts.length - 1] === '') ArrayPrototypePop(parts);
    const last = parts[parts.length - 1];
    if (!every(last, isDigit) && ipv4Number(last) !== ipv4Number(last)) return undefined;
    if (parts.length > 4) return null;
    let address = 0;
    for (let i = 0; i < parts.length; i++) {
      const number = ipv4Number(parts[i]);
      const isLast = i === parts.length - 1;
      if (number !== number || number >= (isLast ? 256 ** (5 - parts.length) : 256)) return null;
      address += number * (isLast ? 1 : 256 ** (3 - i));
    }
    return `${MathFloor(address / 16777216)}.${MathFloor(address / 65536) % 256}.${MathFloor(address / 256) % 256}.${address % 256}`;
  };

  const parseIpv6 = (text) => {
    const halves = split(text, '::');
    if (halves.length > 2) return null;
    const groupsOf = (half) => {
      const groups = list();
      const parts = half === '' ? list() : split(half, ':');
      for (let i = 0; i < parts.length; i++) {
        if (i === parts.length - 1 && StringPrototypeIncludes(parts[i], '.')) {
          const address = parseIpv4(parts[i]);
          if (typeof address !== 'string' || split(parts[i], '.').length !== 4) return null;
          const bytes = split(address, '.');
          ArrayPrototypePush(groups, bytes[0] * 256 + +bytes[1], bytes[2] * 256 + +bytes[3]);
        } else if (parts[i].length > 4 || !every(parts[i], isHex)) {
          return null;
        } else {
          ArrayPrototypePush(groups, parseInt(parts[i], 16));
        }
      }
      return groups;
    };
    const head = groupsOf(halves[0]);
    const tail = halves.length === 2 ? groupsOf(halves[1]) : list();
    if (head === null || tail === null) return null;
    if (halves.length === 1 ? head.length !== 8 : head.length + tail.length > 7) return null;
    while (head.length + tail.length < 8) ArrayPrototypePush(head, 0);
    for (let i = 0; i < tail.length; i++) ArrayPrototypePush(head, tail[i]);
    return head;
  };

  const ipv6Text = (groups) => {
    let start = -1;
    let longest = 1;
    for (let i = 0; i < 8; i++) {
      let length = 0;
      while (i + length < 8 && groups[i + length] === 0) length++;
      if (length > longest) {
        longest = length;
        start = i;
      }
    }
    let result = '';
    for (let i = 0; i < 8; i++) {
      if (i === start) {
        result += i === 0 ? '::' : ':';
        i += longest - 1;
      } else {
        result += NumberPrototypeToString(groups[i], 16) + (i < 7 ? ':' : '');
      }
    }
    return `[${result}]`;
  };

  /** null when it is no host. */
  const parseHost = (text, special) => {
    if (text[0] === '[') {
      const groups = text[text.length - 1] === ']' ? parseIpv6(StringPrototypeSlice(text, 1, -1)) : null;
      return groups === null ? null : ipv6Text(groups);
    }
    if (!special) {
      for (let i = 0; i < text.length; i++) if (StringPrototypeIncludes(FORBIDDEN_HOST, text[i])) return null;
      return percentEncode(text, '');
    }
    const domain = domainToAscii(percentDecode(text));
    if (domain === '') return null;
    for (let i = 0; i < domain.length; i++) {
      if (domain[i] <= ' ' || StringPrototypeIncludes(FORBIDDEN_DOMAIN, domain[i])) return null;
    }
    const address = parseIpv4(domain);
    return address === undefined ? domain : address;
  };

  const isDot = (segment) => segment === '.' || StringPrototypeToLowerCase(segment) === '%2e';
  const isDoubleDot = (segment) => {
    const lower = StringPrototypeToLowerCase(segment);
    return lower === '..' || lower === '.%2e' || lower === '%2e.' || lower === '%2e%2e';
  };

  const copyOf = (array) => {
    const copy = list();
    for (let i = 0; i < array.length; i++) ArrayPrototypePush(copy, array[i]);
    return copy;
  };

  /** Appends the segments of a path text, dots resolved. */
  const appendPath = (path, text, special) => {
    let segment = '';
    for (let i = 0; i <= text.length; i++) {
      const end = i === text.length;
      if (!end && text[i] !== '/' && !(special && text[i] === '\\')) {
        segment += text[i];
        continue;
      }
      if (isDoubleDot(segment)) {
        if (path.length > 0) ArrayPrototypePop(path);
        if (end) ArrayPrototypePush(path, '');
      } else if (isDot(segment)) {
        if (end) ArrayPrototypePush(path, '');
      } else {
        ArrayPrototypePush(path, percentEncode(segment, PATH));
      }
      segment = '';
    }
    return path;
  };

  const schemeOf = (text) => {
    if (text === '' || !isLetter(text[0])) return undefined;
    for (let i = 1; i < text.length; i++) {
      if (text[i] === ':') return `${StringPrototypeToLowerCase(StringPrototypeSlice(text, 0, i))}:`;
      if (!isLetter(text[i]) && !isDigit(text[i]) && !StringPrototypeIncludes('+-.', text[i])) return undefined;
    }
    return undefined;
  };

  const clean = (text) => {
    let start = 0;
    let end = text.length;
    while (start < end && text[start] <= ' ') start++;
    while (end > start && text[end - 1] <= ' ') end--;
    let result = '';
    for (let i = start; i < end; i++) if (!StringPrototypeIncludes('\t\n\r', text[i])) result += text[i];
    return result;
  };

  const emptyRecord = (protocol) => ({
    __proto__: null, protocol, username: '', password: '', host: null, port: '', path: list(), opaque: undefined,
    query: null, fragment: null,
  });

  const setPort = (record, text) => {
    if (text === '') {
      record.port = '';
      return true;
    }
    if (!every(text, isDigit) || parseInt(text, 10) > 65535) return false;
    const port = `${parseInt(text, 10)}`;
    record.port = port === defaultPorts[record.protocol] ? '' : port;
    return true;
  };

  const parseAuthority = (record, text) => {
    const special = isSpecial(record.protocol);
    const at = StringPrototypeLastIndexOf(text, '@');
    if (at !== -1) {
      const credentials = StringPrototypeSlice(text, 0, at);
      const colon = StringPrototypeIndexOf(credentials, ':');
      record.username = percentEncode(colon === -1 ? credentials : StringPrototypeSlice(credentials, 0, colon), USERINFO);
      record.password = colon === -1 ? '' : percentEncode(StringPrototypeSlice(credentials, colon + 1), USERINFO);
    }
    const hostPort = StringPrototypeSlice(text, at + 1);
    const colon = StringPrototypeLastIndexOf(hostPort, ':');
    const hasPort = colon !== -1 && colon > StringPrototypeLastIndexOf(hostPort, ']');
    const host = hasPort ? StringPrototypeSlice(hostPort, 0, colon) : hostPort;
    if (host === '' && (special || hasPort || at !== -1)) return false;
    record.host = host === '' ? '' : parseHost(host, special);
    return record.host !== null && (!hasPort || setPort(record, StringPrototypeSlice(hostPort, colon + 1)));
  };

  const isSlash = (c, special) => c === '/' || (special && c === '\\');

  /** Behind the scheme (absolute), or the whole of it (relative to a base). False when it is no URL. */
  const parseHierarchy = (record, text, base) => {
    const special = isSpecial(record.protocol);
    const isFile = record.protocol === 'file:';
    const authority = isSlash(text[0], special) && isSlash(text[1], special);
    if (authority || (special && !isFile && base === undefined)) {
      let start = 0;
      while (start < text.length && isSlash(text[start], special) && (start < 2 || (special && !isFile))) start++;
      let end = start;
      while (end < text.length && !isSlash(text[end], special)) end++;
      const authorityText = StringPrototypeSlice(text, start, end);
      if (isFile) {
        record.host = authorityText === '' ? '' : parseHost(authorityText, true);
        if (record.host === null) return false;
        if (record.host === 'localhost') record.host = '';
      } else if (!parseAuthority(record, authorityText)) {
        return false;
      }
      const path = StringPrototypeSlice(text, end);
      if (path !== '') appendPath(record.path, StringPrototypeSlice(path, 1), special);
      else if (special) ArrayPrototypePush(record.path, '');
      return true;
    }
    if (base !== undefined) {
      record.username = base.username;
      record.password = base.password;
      record.host = base.host;
      record.port = base.port;
    } else if (isFile) {
      record.host = '';
    }
    if (isSlash(text[0], special)) {
      appendPath(record.path, StringPrototypeSlice(text, 1), special);
      return true;
    }
    if (base === undefined) {
      if (isFile) appendPath(record.path, text, true);
      else record.opaque = percentEncode(text, '');
      return true;
    }
    record.path = copyOf(base.path);
    if (text !== '') {
      ArrayPrototypePop(record.path);
      appendPath(record.path, text, special);
    }
    return true;
  };

  const setQuery = (record, text) => {
    record.query = text === null ? null : percentEncode(text, isSpecial(record.protocol) ? SPECIAL_QUERY : QUERY);
  };
  const setFragment = (record, text) => {
    record.fragment = text === null ? null : percentEncode(text, FRAGMENT);
  };

  /** A record of the parts of a URL, or null. */
  const parse = (input, base) => {
    let text = clean(input);
    const hash = StringPrototypeIndexOf(text, '#');
    const fragment = hash === -1 ? null : StringPrototypeSlice(text, hash + 1);
    if (hash !== -1) text = StringPrototypeSlice(text, 0, hash);
    let protocol = schemeOf(text);
    let relativeTo;
    if (protocol !== undefined) {
      const rest = StringPrototypeSlice(text, protocol.length);
      if (base !== undefined && protocol === base.protocol && isSpecial(protocol) && !isSlash(rest[0], true)) relativeTo = base;
      text = rest;
    } else {
      if (base === undefined || (base.opaque !== undefined && !(text === '' && hash !== -1))) return null;
      protocol = base.protocol;
      relativeTo = base;
    }
    const mark = StringPrototypeIndexOf(text, '?');
    const query = mark === -1 ? null : StringPrototypeSlice(text, mark + 1);
    if (mark !== -1) text = StringPrototypeSlice(text, 0, mark);
    const record = emptyRecord(protocol);
    if (relativeTo?.opaque !== undefined) record.opaque = relativeTo.opaque;
    else if (!parseHierarchy(record, text, relativeTo)) return null;
    if (query !== null) setQuery(record, query);
    else if (relativeTo !== undefined && text === '') record.query = relativeTo.query;
    setFragment(record, fragment);
    return record;
  };

  const pathText = (record) => {
    if (record.opaque !== undefined) return record.opaque;
    let result = '';
    for (let i = 0; i < record.path.length; i++) result += `/${record.path[i]}`;
    return result;
  };

  const hostText = (record) => (record.host ?? '') + (record.port === '' ? '' : `:${record.port}`);

  const serialize = (record) => {
    let result = record.protocol;
    if (record.host !== null) {
      result += '//';
      if (record.username !== '' || record.password !== '') {
        result += `${record.username}${record.password === '' ? '' : `:${record.password}`}@`;
      }
      result += hostText(record);
    } else if (record.opaque === undefined && record.path.length > 1 && record.path[0] === '') {
      result += '/.';
    }
    result += pathText(record);
    if (record.query !== null) result += `?${record.query}`;
    return record.fragment === null ? result : `${result}#${record.fragment}`;
  };

  return {
    parse, serialize, pathText, hostText, parseHost, setPort, setQuery, setFragment, appendPath, isSpecial, percentEncode,
    percentDecode, USERINFO, schemeOf,
  };
}
