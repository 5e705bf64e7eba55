"""The manual page of a code."""

from vanban import codes
from vanban.lint.engine import all_rules


def rule_page(code: str) -> str:
    """The manual page of a code: the docstring of its rule, else what `codes.yaml` says. "" for an unknown one."""
    for rule in all_rules().values():
        if code == rule.CODE:
            return str(rule.__doc__).strip()
    words = codes.meaning(code)
    return f"{code}: {words}" if words else ""
