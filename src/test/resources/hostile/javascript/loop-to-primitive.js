// about: a conversion that never ends, asked for by the console
// expect.status: timeout
// limits.timeout_ms: 500
console.log('%d %s', { [Symbol.toPrimitive]() { for (;;) {} } }, `${{ [Symbol.toPrimitive]() { for (;;) {} } }}`);
