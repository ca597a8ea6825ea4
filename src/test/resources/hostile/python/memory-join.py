# about: memory taken by a library in C
# expect.status: memory_limit
import json

text = "x" * (40 << 20)
json.dumps([text, text, text, text])
