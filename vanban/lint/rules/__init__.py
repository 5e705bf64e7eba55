"""The rules, found by looking; `lint.engine.Rule` says what a module must have.

`TARGET` names what a rule looks at, and `check` gets the subject of that name (`lint.subjects`) and yields Faults. The
docstring is the manual page: what is wrong, why, what to do, and *Đạt* and *Không đạt* samples as parts of a document,
which a test runs.
"""
