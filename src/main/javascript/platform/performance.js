// performance: the clock of the run, marks and measures.
(primordials, { host }, use) => {
  const {
    ArrayPrototypePush, Number, SymbolFor, TypeError, dateNow, list,
  } = primordials;
  const { DOMException, coded, enumerable, illegalConstructor, missing, shown, tag, wrongType } = use('exceptions');
  const customInspect = SymbolFor('nodejs.util.inspect.custom');
  const key = {};

  class PerformanceEntry {
    #name;
    #type;
    #start;
    #duration;

    constructor(secret, name, type, start, duration) {
      if (secret !== key) throw illegalConstructor();
      this.#name = name;
      this.#type = type;
      this.#start = start;
      this.#duration = duration;
    }

    get name() {
      return this.#name;
    }

    get entryType() {
      return this.#type;
    }

    get startTime() {
      return this.#start;
    }

    get duration() {
      return this.#duration;
    }

    toJSON() {
      return { name: this.#name, entryType: this.#type, startTime: this.#start, duration: this.#duration };
    }

    [customInspect](depth, options) {
      return shown(this.constructor.name, depth, options, this.toJSON());
    }
  }
  tag(PerformanceEntry.prototype, 'PerformanceEntry');
  enumerable(PerformanceEntry.prototype, 'name', 'entryType', 'startTime', 'duration', 'toJSON');

  const timeOf = (value, name) => {
    const time = Number(value);
    if (time < 0) throw coded(TypeError, 'ERR_PERFORMANCE_INVALID_TIMESTAMP', `${time} is not a valid timestamp`);
    if (time !== time) throw wrongType(name, 'of type number', value);
    return time;
  };
  const detailOf = (options) => (options?.detail === undefined || options.detail === null ? null : use('clone').globals.structuredClone(options.detail));

  class PerformanceMark extends PerformanceEntry {
    #detail;

    constructor(name, options = undefined) {
      if (arguments.length === 0) throw missing('name');
      super(key, `${name}`, 'mark', options?.startTime === undefined ? host.clock() : timeOf(options.startTime, 'options.startTime'), 0);
      this.#detail = detailOf(options);
    }

    get detail() {
      return this.#detail;
    }

    toJSON() {
      return { name: this.name, entryType: 'mark', startTime: this.startTime, duration: 0, detail: this.#detail };
    }
  }
  tag(PerformanceMark.prototype, 'PerformanceMark');
  enumerable(PerformanceMark.prototype, 'detail');

  class PerformanceMeasure extends PerformanceEntry {
    #detail;

    constructor(secret, name, start, duration, detail) {
      super(secret, name, 'measure', start, duration);
      this.#detail = detail;
    }

    get detail() {
      return this.#detail;
    }

    toJSON() {
      return { ...super.toJSON(), detail: this.#detail };
    }
  }
  tag(PerformanceMeasure.prototype, 'PerformanceMeasure');
  enumerable(PerformanceMeasure.prototype, 'detail');

  // A run that makes marks without end is ended by the limit of its memory.
  let entries = list();
  const select = (fits) => {
    const found = [];
    for (let i = 0; i < entries.length; i++) if (fits(entries[i])) ArrayPrototypePush(found, entries[i]);
    return primordials.ArrayPrototypeSort(found, (a, b) => a.startTime - b.startTime);
  };
  const remove = (type, name) => {
    const kept = list();
    for (let i = 0; i < entries.length; i++) {
      if (entries[i].entryType !== type || (name !== undefined && entries[i].name !== `${name}`)) ArrayPrototypePush(kept, entries[i]);
    }
    entries = kept;
  };
  const startOf = (mark) => {
    if (typeof mark === 'number') return timeOf(mark, 'startMark');
    const name = `${mark}`;
    for (let i = entries.length - 1; i >= 0; i--) if (entries[i].entryType === 'mark' && entries[i].name === name) return entries[i].startTime;
    throw new DOMException(`The "${name}" performance mark has not been set`, 'SyntaxError');
  };
  const measured = (from, to) => {
    const options = from !== null && typeof from === 'object' ? from : undefined;
    if (options === undefined) return { start: from === undefined ? 0 : startOf(from), end: to === undefined ? host.clock() : startOf(to), detail: null };
    if (options.start !== undefined && options.end !== undefined && options.duration !== undefined) {
      throw coded(TypeError, 'ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS', 'Must not have options.start, options.end, and options.duration specified');
    }
    let start = options.start === undefined ? undefined : startOf(options.start);
    let end = options.end === undefined ? undefined : startOf(options.end);
    const duration = options.duration === undefined ? undefined : timeOf(options.duration, 'options.duration');
    if (end === undefined) end = start !== undefined && duration !== undefined ? start + duration : host.clock();
    if (start === undefined) start = duration !== undefined ? end - duration : 0;
    return { start, end, detail: detailOf(options) };
  };

  class Performance {
    constructor(secret) {
      if (secret !== key) throw illegalConstructor();
    }

    get timeOrigin() {
      return dateNow() - host.clock();
    }

    now() {
      return host.clock();
    }

    mark(name, options = undefined) {
      if (arguments.length === 0) throw missing('name');
      const mark = new PerformanceMark(name, options);
      ArrayPrototypePush(entries, mark);
      return mark;
    }

    measure(name, from = undefined, to = undefined) {
      if (arguments.length === 0) throw missing('name');
      const { start, end, detail } = measured(from, to);
      const measure = new PerformanceMeasure(key, `${name}`, start, end - start, detail);
      ArrayPrototypePush(entries, measure);
      return measure;
    }

    clearMarks(name = undefined) {
      remove('mark', name);
    }

    clearMeasures(name = undefined) {
      remove('measure', name);
    }

    getEntries() {
      return select(() => true);
    }

    getEntriesByName(name, type = undefined) {
      if (arguments.length === 0) throw missing('name');
      return select((entry) => entry.name === `${name}` && (type === undefined || entry.entryType === `${type}`));
    }

    getEntriesByType(type) {
      if (arguments.length === 0) throw missing('type');
      return select((entry) => entry.entryType === `${type}`);
    }

    toJSON() {
      return { timeOrigin: this.timeOrigin };
    }

    [customInspect](depth, options) {
      return shown('Performance', depth, options, this.toJSON());
    }
  }
  tag(Performance.prototype, 'Performance');
  enumerable(Performance.prototype, 'now', 'timeOrigin', 'mark', 'measure', 'clearMarks', 'clearMeasures', 'getEntries',
    'getEntriesByName', 'getEntriesByType', 'toJSON');
  return {
    globals: { Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, performance: new Performance(key) },
  };
}
