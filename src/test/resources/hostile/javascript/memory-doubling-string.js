// about: a string doubled in a loop
// expect.status: error
// expect.error_type: RangeError
let text = 'x';
for (;;) text += text;
