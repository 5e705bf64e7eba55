"""Edits by machine: a value, a list item, a key, a line of a text of a source changes; no other byte does.

Every edit is a Fix (`findings.Fix`) on a source and is put in place by one applier, `applying`. What makes them:

values   another value for a scalar, other words inside a literal block
entries  items of lists and keys of mappings, removed and put in with the comments that are theirs
lines    lines of a literal block, removed and put in
"""
