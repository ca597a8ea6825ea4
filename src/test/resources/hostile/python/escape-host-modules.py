# about: nothing of the host or of the worker can be imported
# expect.status: success
# expect.stdout: "15 refused\n"
import importlib

refused = 0
for name in (
    "java", "js", "jpype", "pip", "site_packages", "fork_server", "parent", "relay", "claim", "lockdown", "seccomp",
    "results", "execution", "private", "_ctypes",
):
    try:
        importlib.import_module(name)
        print(name)
    except ImportError:
        refused += 1
print(refused, "refused")
