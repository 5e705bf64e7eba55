"""Readers: files → data → the tree. A reader returns what it read and its findings; it does not raise."""
