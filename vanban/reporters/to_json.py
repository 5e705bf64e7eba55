"""Findings for a program: a JSON list, one object each, with the fields of `Finding`."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from vanban.findings import Finding


def told(findings: Sequence[Finding]) -> str:
    """A list, empty where all is well."""
    return json.dumps([asdict(found) for found in findings], ensure_ascii=False, indent=2)
