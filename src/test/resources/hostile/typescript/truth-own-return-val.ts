// about: code with a return_val of its own is told apart
// expect.status: success
// expect.own_return_val: true
// expect.stdout: "__COZE_RETURN_VAL_START__\n{\"score\": 1}\n__COZE_RETURN_VAL_END__\n"
function return_val(value: string): void {
  console.log('__COZE_RETURN_VAL_START__');
  console.log(value);
  console.log('__COZE_RETURN_VAL_END__');
}
return_val('{"score": 1}');
