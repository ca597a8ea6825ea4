# about: bytes that are no text are passed on
# expect.status: success
# expect.output_bytes: 4
import sys

sys.stdout.buffer.write(b"\xff\xfe\x80\n")
