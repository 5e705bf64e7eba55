"""The rules, found by looking; `lint.engine.Rule` says what a module must have.

A rule module has NAME (of the defect), CODE, SOURCE (the article or the_thuc key that asks for it) and
`check(bo, the_thuc)`, which yields Faults. Its docstring says why, and shows *Đạt* and *Không đạt* samples as
parts of a document; a test runs them.
"""
