"""What the ends of a pipe agree on: the server's frames, a child's records, the limits of a run.

Knows no other room.
"""
