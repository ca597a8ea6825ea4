// about: leaves everything behind in the middle of a loop
// expect.status: timeout
// limits.timeout_ms: 300
globalThis.leftBehind = 1;
Array.prototype.left = 1;
setInterval(() => {}, 1);
for (;;) {}
