# about: memory taken past the allocator
# expect.status: success
# expect.stdout: "refused after a while\n"
import mmap

maps = []
try:
    for _ in range(100):
        shared = mmap.mmap(-1, 16 << 20)
        maps.append(shared)
except (OSError, MemoryError):
    print("refused after a while" if 1 <= len(maps) <= 8 else len(maps))
