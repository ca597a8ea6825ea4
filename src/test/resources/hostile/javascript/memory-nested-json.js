// about: deeply nested JSON is no attack
// expect.status: success
// limits.timeout_ms: 10000
let nested = [];
for (let i = 0; i < 1_000_000; i++) nested = [nested];
JSON.stringify(nested);
