// about: code that the parser takes long for is ended or refused
// expect.status: error
// limits.timeout_ms: 5000
eval('('.repeat(500_000));
