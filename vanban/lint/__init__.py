"""Lint: rules over files, documents, resolved sets and all sets together; one rule a file in rules/."""
