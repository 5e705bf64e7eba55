"""Findings as workflow commands of GitHub Actions, which shows them at their lines.

Source of the form: docs.github.com, "Workflow commands for GitHub Actions".
"""

from collections.abc import Sequence

from vanban.codes import Level
from vanban.findings import Finding

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}


def told(findings: Sequence[Finding]) -> str:
    """One command a line; empty where all is well."""
    return "\n".join(map(_command, findings))


def _command(found: Finding) -> str:
    place = (f"file={_value(found.file)},line={found.line},col={found.column},"
             f"endLine={found.end_line},endColumn={found.end_column},title={found.code}")
    return f"::{_COMMANDS[found.level]} {place}::{_data(f'{found.message} {found.hint}'.strip())}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
