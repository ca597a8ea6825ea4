// about: a generator without an end is ended
// expect.status: timeout
// limits.timeout_ms: 500
function* numbers() {
  for (let i = 0; ; i++) yield i;
}
let last;
for (const n of numbers()) last = n;
