// Runs once, before the world is kept as a snapshot: V8 keeps what it has compiled by then, so that no run has to compile
// the console, the timers or the report of a failure again. Leaves nothing else behind.
(primordials, { host, failure, start, timers }) => {
  const { ReflectDeleteProperty, ReflectHas } = primordials;
  const CLOCK = 2;
  let now = 0;
  host.open((operation) => (operation === CLOCK ? now += 10 : undefined));

  const everyday = `
    console.log('%s and %d', 'text', 1, -0.5, true, null, undefined, 2n, Symbol('s'));
    console.log({ a: 1, 'b-c': [1, 'two', { three: [3] }], f() {}, g: class {}, d: new Date(0), r: /x/g }, [], {}, 'it\\'s');
    console.error(new Map([[1, { a: 1 }], ['k', [2]]]), new Set([1]), new TypeError('message'), [1.5, 2, 3, 4, 5, 6, 7, 8]);
    console.log(new Uint8Array(3), [['nested', ['deeper', ['deepest', ['too deep']]]]], 'a string of some length '.repeat(9).split(' '));
    setTimeout(() => return_val({ score: 0.5, reason: input.a }), 1);
    clearTimeout(setTimeout(() => {}, 2, 'argument'));
    return_val('text');`;
  start.run(everyday, false, false, '{"a":"b"}', 1000);
  while (start.next() >= 0);
  start.isReturnValReplaced();
  failure.fail(new TypeError('message'));
  failure.reset();
  failure.fail('thrown');
  failure.reset();

  timers.reset();
  host.close();
  ReflectDeleteProperty(globalThis, 'input');
  if (ReflectHas(globalThis, 'input')) throw new Error('the rehearsal left something behind');
  return {};
}
