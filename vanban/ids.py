"""Ids (mã), as officers give them: small ASCII letters, digits, underscores, a letter first."""

import re

MA = "[a-z][a-z0-9_]*"
_MA, _REFERRED = re.compile(MA), re.compile(rf"\[\[\s*({MA})")


def is_id(text: str) -> bool:
    """Whether `text` has the form of an id."""
    return _MA.fullmatch(text) is not None


def ids_of_basis(line: str) -> tuple[str, ...] | None:
    """The ids of a line of căn cứ that is nothing else, "nq_76_2021; qd_5158_2021"; None for a line in words."""
    parts = line.split("; ")
    return None if " " in line.replace("; ", "") or "[[" in line else tuple(parts)


def ids_referred_to(line: str) -> list[str]:
    """The ids in the [[…]] of a line."""
    return _REFERRED.findall(line)
