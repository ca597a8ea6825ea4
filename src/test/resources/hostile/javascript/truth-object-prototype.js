// about: setters and getters on Object.prototype see and change nothing of the result
// expect.status: success
// expect.stdout: ""
// expect.ret_val: "{\"score\":1}"
for (const name of ['status', 'result', 'get', 'set', 'value', 'type', 'message', 'text', 'toJSON', 'then', '0', 'next']) {
  Object.defineProperty(Object.prototype, name, {
    __proto__: null,
    get() {
      console.log(`asked for ${name}`);
      return undefined;
    },
    set() {
      console.log(`set ${name}`);
    },
    configurable: true,
  });
}
return_val({ score: 1 });
