"""Findings as a code quality report of GitLab, which shows them at their lines in a merge request.

Source of the form: docs.gitlab.com, "Code Quality", "Code Quality report format".
"""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from vanban.codes import Level
from vanban.findings import Finding

_SEVERITIES: dict[Level, str] = {"error": "critical", "warning": "minor", "info": "info"}


def told(findings: Sequence[Finding]) -> str:
    """One object for each. A fault keeps its fingerprint while lines above it move: GitLab tells new ones by it."""
    same: Counter[str] = Counter()
    return json.dumps([_object(found, same) for found in findings], ensure_ascii=False, indent=2)


def _object(found: Finding, same: Counter[str]) -> dict[str, Any]:
    words = f"{found.message} {found.hint}".strip()
    known = "\0".join((found.file, found.code, found.path, words))
    same[known] += 1
    return {
        "description": words, "check_name": found.code, "severity": _SEVERITIES[found.level],
        "fingerprint": sha256(f"{known}\0{same[known]}".encode()).hexdigest(),
        "location": {"path": found.file, "lines": {"begin": found.line, "end": found.end_line}},
    }
