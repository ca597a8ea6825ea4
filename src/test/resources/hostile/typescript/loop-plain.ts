// about: an endless loop is ended at the time limit, what it printed is kept
// expect.status: timeout
// expect.stdout: "before\n"
// limits.timeout_ms: 500
const text: string = 'before';
console.log(text);
for (;;) {
  const n: number = 1;
}
