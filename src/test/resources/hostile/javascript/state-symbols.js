// about: leaves registered symbols and cached patterns behind
// expect.status: success
Symbol.for('left').left = 1;
/(left)/.exec('left');
Symbol.for('left');
Symbol.for(`left${1}`);
