"""Every type that two stages share: frozen, without I/O, without places.

Where a node came from is an `origin`: a number into the side table of places (`places.py`), which takes no
part in equality or hashing. So two trees are equal when they say the same, and a comment moves nothing.
"""
