// about: one that is handled in time is none
// expect.status: success
// expect.stdout: "handled\n"
const rejected = Promise.reject(new Error('x'));
await null;
rejected.catch(() => console.log('handled'));
