// about: nor files
// expect.status: error
await import('/etc/passwd');
