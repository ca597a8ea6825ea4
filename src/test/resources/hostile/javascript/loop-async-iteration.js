// about: asynchronous iteration without an end is ended
// expect.status: timeout
// expect.stdout: "before\n"
// limits.timeout_ms: 500
console.log('before');
async function* numbers() {
  for (let i = 0; ; i++) yield i;
}
let last;
for await (const n of numbers()) last = n;
