# about: what looks like a frame of the protocol is output
# expect.status: success
# expect.output_bytes: 12
import sys

sys.stdout.buffer.write(b"\x00\x00\x00\x08Dstatus.")
