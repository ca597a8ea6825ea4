// about: a table that is wider than it should be
// expect.status: output_limit
// limits.max_output_bytes: 100000
// limits.timeout_ms: 10000
const row = {};
for (let i = 0; i < 20000; i++) row[`column ${i}`] = 'x';
console.table([row, row]);
