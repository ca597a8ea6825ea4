// about: BigInt
// expect.stdout: "1267650600228229401496703205376n\n18446744073709551615n -1n\nTypeError\n123456789012345678901234567890\n"
console.log(2n ** 100n);
console.log(BigInt.asUintN(64, -1n), BigInt.asIntN(8, 255n));
try { 1n + 1; } catch (e) { console.log(e.name); }
console.log(String(123456789012345678901234567890n));
