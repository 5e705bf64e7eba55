"""Small faults put in on purpose, to see whether the tests see them: `make mutants`."""
