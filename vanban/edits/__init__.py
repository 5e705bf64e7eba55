"""Edits by machine: a value, a line, a list item of a source changes; no other character does.

Every edit is a Fix (`findings.Fix`) on a source and is put in place by one applier, `span_edits.apply`.
"""
