"""The life of one run: a forked process that locks itself in, runs one piece of code, says how it ended, and ends.

Whatever is here shares its interpreter with the code of strangers. May use `protocol`, `lockdown` and `library`.
"""
