// about: a result as long as allowed
// expect.status: success
// expect.output_bytes: 0
// limits.timeout_ms: 10000
return_val('é'.repeat(4 << 20));
