// about: leaves globals behind
// expect.status: success
globalThis.leftBehind = 1;
var leftToo = 2;
leftThree = 3;
Object.defineProperty(globalThis, 'leftFour', { value: 4, configurable: false });
input = 'left';
