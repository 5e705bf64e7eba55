"""Ids (mã), as officers give them: small ASCII letters, digits, underscores, a letter first."""

import re

MA = "[a-z][a-z0-9_]*"
_MA = re.compile(MA)


def is_id(text: str) -> bool:
    """Whether `text` has the form of an id."""
    return _MA.fullmatch(text) is not None
