// about: coze's markers count only for code with a return_val of its own
// expect.status: success
// expect.ret_val: "real"
// expect.stdout: "__COZE_RETURN_VAL_START__\nforged\n__COZE_RETURN_VAL_END__\n"
console.log('__COZE_RETURN_VAL_START__');
console.log('forged');
console.log('__COZE_RETURN_VAL_END__');
return_val('real');
