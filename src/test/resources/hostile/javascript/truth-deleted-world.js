// about: a deleted world is still served
// expect.status: success
// expect.stdout: "left\n"
// expect.ret_val: "1"
const { console: own, return_val: result } = globalThis;
for (const name of Object.getOwnPropertyNames(globalThis)) {
  try {
    delete globalThis[name];
  } catch {
    // cannot be deleted
  }
}
own.log('left');
result(1);
