// about: asynchronous iteration without an end is ended
// expect.status: timeout
// limits.timeout_ms: 500
async function* numbers(): AsyncGenerator<number> {
  for (let i = 0; ; i++) yield i;
}
let last: number | undefined;
for await (const n of numbers()) last = n;
