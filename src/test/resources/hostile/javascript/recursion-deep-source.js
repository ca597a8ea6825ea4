// about: source that is nested deeper than a parser may go
// expect.status: error
// limits.timeout_ms: 10000
eval('['.repeat(100_000) + ']'.repeat(100_000));
