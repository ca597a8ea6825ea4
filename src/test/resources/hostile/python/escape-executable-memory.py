# about: no memory is ever executable
# expect.status: success
# expect.stdout: "refused\n"
import mmap

try:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    print("mapped")
except OSError:
    print("refused")
