// about: promises that make promises for ever are ended
// expect.status: timeout
// expect.stdout: "before\n"
// limits.timeout_ms: 500
console.log('before');
const again = () => Promise.resolve().then(again);
again();
