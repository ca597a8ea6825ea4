// about: what cannot be text arrives as text
// expect.status: success
// expect.stdout: "a\u0000b \ufffd \ufffd 😀 \u2028\u0007\n"
console.log('a\0b', '\ud800', '\udc00', '\ud83d\ude00', '\u2028\u0007');
