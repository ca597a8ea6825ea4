"""Python's standard library as code finds it: one archive in memory, what is loaded from it before the first run, time
zones without files, and the words for what cannot be there.

Knows no other room.
"""
