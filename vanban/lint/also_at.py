"""The further places of what one finding tells of a whole document."""

from collections.abc import Sequence

from vanban.findings import Place

_MOST = 10  # lines that a message names


def also_at(others: Sequence[Place]) -> str:
    """"; còn 2 chỗ nữa, dòng 12, 15"; "" where there are no others."""
    lines = list(dict.fromkeys(place.line for place in others))
    shown = ", ".join(map(str, lines[:_MOST])) + (" …" if len(lines) > _MOST else "")
    return f"; còn {len(others)} chỗ nữa, dòng {shown}" if others else ""
