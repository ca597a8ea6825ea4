// about: a replaced console is the user's own affair
// expect.status: success
// expect.stdout: "real\n"
// expect.ret_val: "1"
const { log } = console;
globalThis.console = { log: () => log('forged') };
log('real');
return_val(1);
