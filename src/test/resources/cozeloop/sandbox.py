"""What pyodide-sandbox does with a program: the value of the last expression is its result, lines come without their ends."""

import ast
import asyncio
import inspect
import io
import json
import sys


class Lines(io.TextIOBase):
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text
        return len(text)

    def joined(self):
        return self.text.replace("\n", "")


async def value_of(tree, namespace):
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    code = compile(tree, "<exec>", "exec", flags)
    value = eval(code, namespace)
    if inspect.isawaitable(value):
        await value
    if last is None:
        return None
    value = eval(compile(ast.Expression(last.value), "<exec>", "eval", flags), namespace)
    return await value if inspect.isawaitable(value) else value


def serialized(value):
    if isinstance(value, (str, int, float, bool, type(None))):
        return value
    if isinstance(value, (list, tuple, set, frozenset)):
        return [serialized(item) for item in value]
    if isinstance(value, dict):
        return {str(key): serialized(item) for key, item in value.items()}
    return {"type": "not_serializable", "repr": repr(value)}


outer = sys.stdout, sys.stderr, sys.platform
stdout, stderr = Lines(), Lines()
sys.stdout, sys.stderr, sys.platform = stdout, stderr, "emscripten"
report = {"success": True, "result": None}
try:
    report["result"] = serialized(await value_of(ast.parse(input["source"]), {"__name__": "__main__"}))
except BaseException as error:
    report["success"] = False
finally:
    sys.stdout, sys.stderr, sys.platform = outer
report["stdout"] = stdout.joined() or None
print(json.dumps(report))
