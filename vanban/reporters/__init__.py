"""Reporters: the same findings as text, JSON, or annotations of a code host. They tell; they decide nothing.

A reporter is a module that is found by looking as `to_` and the name of `--format`.
"""

import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

from vanban.findings import Finding
from vanban.registry import discover


class Reporter(Protocol):
    """A reporter module."""

    def told(self, findings: Sequence[Finding]) -> str:
        """All `findings` in its form, in the order in which they are given."""
        ...


def reporters() -> Mapping[str, Reporter]:
    """The reporters by the names of their modules."""
    return discover(sys.modules[__name__], Reporter)
