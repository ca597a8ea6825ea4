# about: the classics of jail breaking find nothing that is not locked
# expect.status: success
# expect.stdout: "refused\n"
found = [c for c in ().__class__.__base__.__subclasses__() if c.__name__ == "_wrap_close"]
system = found[0].__init__.__globals__
try:
    system["open"]("/etc/passwd", system["O_RDONLY"])
    print("opened")
except PermissionError:
    print("refused")
