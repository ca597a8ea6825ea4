# about: bytes that are no text arrive as replacement characters
# expect.status: success
# expect.stdout: "\ufffd\ufffd\ufffd\n"
import sys

sys.stdout.buffer.write(b"\xff\xfe\x80\n")
