// about: a replaced then does not change how a run ends
// expect.status: success
// expect.stdout: "1\n"
// expect.ret_val: "real"
Promise.prototype.then = function () {
  return_val('forged');
  return this;
};
Promise.prototype.catch = Promise.prototype.finally = Promise.prototype.then;
const value = await new Promise((done) => setTimeout(() => done(1), 5));
console.log(value);
return_val('real');
