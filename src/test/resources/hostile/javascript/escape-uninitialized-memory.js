// about: new memory holds nothing of earlier runs
// expect.status: success
// expect.stdout: "true\n"
// limits.timeout_ms: 10000
let clean = true;
for (let i = 0; i < 100; i++) clean &&= new Uint8Array(100_000).every((byte) => byte === 0);
console.log(clean);
