"""Lint: rules over a resolved set, one rule a file in rules/, its docstring its manual page."""
