// about: what the collector frees does not come back as somebody else's
// expect.status: success
// limits.timeout_ms: 10000
const refs = [];
for (let i = 0; i < 10000; i++) refs.push(new WeakRef({ i, data: new Array(100).fill(i) }));
await new Promise((done) => setTimeout(done, 50));
for (const [i, ref] of refs.entries()) if ((ref.deref()?.i ?? i) !== i) throw new Error('mixed up');
