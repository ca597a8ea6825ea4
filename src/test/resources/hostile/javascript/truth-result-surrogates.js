// about: halves of characters in a result are escaped, as JSON.stringify has it
// expect.status: success
// expect.ret_val: "[\"\\ud800\",\"😀\"]"
return_val(['\ud800', '😀']);
