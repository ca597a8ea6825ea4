"""What keeps code in: the kernel's confinement of the process, and the worker's own modules out of the code's sight.

Knows no other room.
"""
