// about: recursion without an end is an error of the code, in its own line
// expect.status: error
// expect.error_type: RangeError
// expect.error_line: 9
interface Unused {
  name: string;
}
const other: Unused = { name: 'x' };
function deeper(n: number): number { return deeper(n + 1) + 1; }
deeper(0);
