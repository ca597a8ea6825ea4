// about: code cannot close what it is wrapped in and go on outside
// expect.status: syntax_error
// expect.stdout: ""
await 0; }); console.log('outside'); (async () => {
