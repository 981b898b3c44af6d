"""A call while it is being written: its file as it is now, and where its author stands in it. Nothing is recorded.

What is a value here is pure: a `Trial` is a call and a position in it, a `Preview` is what there is to show, and both
are replaced as a whole. Only `reading` and `watching` touch the disk.
"""
