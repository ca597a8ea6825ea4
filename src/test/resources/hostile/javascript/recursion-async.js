// about: recursion through await takes no stack, and ends at a limit
// expect.status: timeout
// limits.timeout_ms: 500
async function deeper() {
  await null;
  return deeper();
}
await deeper();
