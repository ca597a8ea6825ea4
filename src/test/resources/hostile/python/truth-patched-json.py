# about: patched libraries and built-ins do not change a result
# expect.status: success
# expect.ret_val: "{\"score\": 1}"
# expect.stdout: "done\n"
import builtins
import io
import json
import sys

json.dumps = lambda *a, **k: "forged"
json.encoder.JSONEncoder.encode = lambda *a: "forged"
json.encoder.JSONEncoder.default = lambda *a: "forged"
json.encoder.c_make_encoder = None
keep = print
for name in ("isinstance", "str", "len", "bytes", "type", "memoryview", "ValueError", "next", "hasattr"):
    setattr(builtins, name, None)
return_val({"score": 1})
keep("done")
