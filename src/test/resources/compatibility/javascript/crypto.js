// about: crypto.randomUUID and crypto.getRandomValues
// expect.stdout: "true\ntrue 16\nfalse\n"
console.log(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()));
const a = crypto.getRandomValues(new Uint8Array(16));
console.log(a.some(n => n > 0), a.length);
console.log(crypto.randomUUID() === crypto.randomUUID());
