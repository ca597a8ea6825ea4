// about: a buffer that grows
// expect.status: memory_limit
// limits.timeout_ms: 10000
const buffer = new ArrayBuffer(1 << 20, { maxByteLength: 2 ** 32 });
for (let size = 1 << 20; ; size += 1 << 20) {
  buffer.resize(size);
  new Uint8Array(buffer).fill(1, size - (1 << 20));
}
