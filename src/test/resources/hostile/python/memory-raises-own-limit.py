# about: the limits can only be lowered
# expect.status: memory_limit
# limits.timeout_ms: 20000
import resource

hard = resource.getrlimit(resource.RLIMIT_AS)[1]
try:
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
except (ValueError, PermissionError, OSError):
    pass
blocks = []
while True:
    blocks.append(bytearray(1 << 20))
