// about: microtasks that queue microtasks are ended
// expect.status: timeout
// limits.timeout_ms: 500
const again = () => queueMicrotask(again);
again();
