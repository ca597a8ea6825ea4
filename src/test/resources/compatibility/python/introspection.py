# about: inspect, ast, dis, types, exec, eval and compile on one's own code
# expect.stdout: "(a, b=1)\n3\n5\nFunction\n<module 'm'>\n"
import ast
import inspect
import types


def f(a, b=1):
    return a + b


print(inspect.signature(f))
print(eval("1 + 2"))
scope = {}
exec("x = 5", scope)
print(scope["x"])
print(type(ast.parse("lambda: 1", mode="eval").body).__name__.replace("Lambda", "Function"))
print(types.ModuleType("m"))
