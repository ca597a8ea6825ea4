"""The process that outlives the runs: it is loaded once, forks a child for each request, and believes none of them.

May use every other room; none of them uses it.
"""
