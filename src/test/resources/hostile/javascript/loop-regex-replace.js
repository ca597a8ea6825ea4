// about: a replacement whose expression backtracks is ended
// expect.status: timeout
// limits.timeout_ms: 500
'x'.repeat(50000).replace(/(x+x+)+y/g, () => 'z');
