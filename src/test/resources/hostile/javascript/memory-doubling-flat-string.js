// about: a string that is doubled and flattened
// expect.status: memory_limit
// limits.timeout_ms: 10000
const kept = [];
let text = 'xy';
for (;;) {
  text += text;
  if (text.length > 1 << 24) text = text.slice(1 << 23);
  kept.push(text.split('').reverse().join(''));
}
