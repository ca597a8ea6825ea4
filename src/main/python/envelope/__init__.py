"""Around code that is sent to a service of somebody else, so that its answer says how the code ended.

Never part of a worker of ours. Knows no other room.
"""
