// about: indirect eval does not see the variables of the host's script
// expect.status: success
// expect.stdout: "undefined undefined undefined undefined\n"
const indirect = eval;
console.log(indirect('typeof modules'), indirect('typeof primordials'), indirect('typeof door'), indirect('typeof host'));
