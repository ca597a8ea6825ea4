// about: one array buffer of two gigabytes
// expect.status: memory_limit
// limits.timeout_ms: 10000
new Uint8Array(2 ** 31).fill(1);
