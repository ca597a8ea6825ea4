// about: with and unscopables reach nothing
// expect.status: success
// expect.stdout: "undefined\n"
with (new Proxy({}, { has: (_, name) => name === 'door', get: () => undefined })) {
  console.log(typeof door);
}
