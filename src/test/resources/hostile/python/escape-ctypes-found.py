# about: native code reached by walking the heap does not get past the kernel
# expect.status: success
# expect.stdout: "-1 -1 -1\n"
library = next(c for c in object.__subclasses__() if c.__name__ == "CDLL")
libc = library(None, use_errno=True)
print(libc.open(b"/etc/passwd", 0), libc.fork(), libc.socket(2, 1, 0))
