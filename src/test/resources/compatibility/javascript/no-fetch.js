// about: fetch is not there
// expect.status: error
// expect.error_contains: fetch is not
await fetch('https://example.org');
