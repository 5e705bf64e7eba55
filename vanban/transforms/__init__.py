"""Transforms: tree → tree. Each fills what the one before left open and returns its findings."""
