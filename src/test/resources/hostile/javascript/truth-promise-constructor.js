// about: a replaced Promise does not either
// expect.status: success
// expect.ret_val: "real"
globalThis.Promise = class {
  constructor() {
    return_val('forged');
  }
};
Object.defineProperty((async () => {})().constructor.prototype, 'constructor', { value: globalThis.Promise });
await 0;
return_val('real');
