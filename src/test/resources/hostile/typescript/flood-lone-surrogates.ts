// about: halves of characters become replacement characters
// expect.status: success
// expect.stdout: "\ufffd\n"
console.log('\ud800' as string);
