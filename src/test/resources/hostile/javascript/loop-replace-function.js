// about: String.prototype.split and join grow work without growing code
// expect.status: timeout
// limits.timeout_ms: 500
let text = 'ab'.repeat(1000);
for (;;) text = text.split('').reverse().join('');
