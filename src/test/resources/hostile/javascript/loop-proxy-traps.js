// about: every trap of a proxy loops, and the console is asked to show it
// expect.status: success
// limits.timeout_ms: 1000
const spin = () => {
  for (;;) {}
};
const handler = {};
for (const name of Reflect.ownKeys(Reflect)) handler[name] = spin;
console.log(new Proxy({}, handler));
