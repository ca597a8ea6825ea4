# about: patched libraries and built-ins do not change the report of an error
# expect.status: error
# expect.error_type: KeyError
# expect.error_line: 16
import builtins
import linecache
import sys
import traceback

traceback.TracebackException = traceback.format_exception = None
linecache.getline = linecache.getlines = None
sys.stderr = sys.stdout = None
for name in ("isinstance", "str", "len", "bytes", "type", "memoryview", "getattr", "next", "print", "BaseException"):
    setattr(builtins, name, None)
table = {}
table["missing"]
