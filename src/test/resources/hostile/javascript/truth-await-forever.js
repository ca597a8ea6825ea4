// about: waiting for what will never come is said, not reported as success
// expect.status: error
await new Promise(() => {});
