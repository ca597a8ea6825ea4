// about: so is mutual recursion
// expect.status: error
// expect.error_type: RangeError
const even = (n) => odd(n + 1);
const odd = (n) => even(n + 1);
even(0);
