// about: a thenable that always gives another one is ended
// expect.status: timeout
// limits.timeout_ms: 500
const endless = { then: (resolve) => resolve(endless) };
await endless;
