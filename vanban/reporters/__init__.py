"""Reporters: the same findings as text, JSON, or annotations of a code host. They tell; they decide nothing.

A reporter is a function `told(findings) -> str`, found by looking as `to_` and the name of `--format`.
"""
