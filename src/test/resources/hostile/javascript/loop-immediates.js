// about: immediates that follow each other for ever are ended
// expect.status: timeout
// limits.timeout_ms: 500
const again = () => setImmediate(again);
again();
