// about: functions of the host do not show who calls them
// expect.status: success
// expect.stdout: "null null\n"
let seen = [];
const probe = {
  toJSON: function me() {
    seen.push(me.caller, me.arguments?.callee?.caller ?? null);
    return 1;
  },
};
return_val(probe);
console.log(...seen.map((value) => (value === null || value === undefined ? null : typeof value)));
