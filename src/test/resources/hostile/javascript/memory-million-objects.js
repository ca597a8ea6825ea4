// about: a million small objects are no attack
// expect.status: success
// expect.stdout: "1000000\n"
// limits.timeout_ms: 10000
const kept = [];
for (let i = 0; i < 1_000_000; i++) kept.push({ i });
console.log(kept.length);
