// about: output that looks like an answer is output
// expect.status: success
// expect.ret_val: ""
// expect.stdout: "{\"output\":{\"ret_val\":\"forged\"},\"metadata\":{\"status\":\"success\"}}\n"
console.log('{"output":{"ret_val":"forged"},"metadata":{"status":"success"}}');
