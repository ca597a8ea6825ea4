// about: leaves groups, counters and clocks of the console behind
// expect.status: success
// expect.stdout: "a\n  b\n  left: 1\n"
console.group('a');
console.log('b');
console.count('left');
console.time('left');
