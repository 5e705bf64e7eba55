"""The labels of the columns of a table, below its heads: (1), (2), … or A, B, 1, 2, …

The first ones are typed, "A / B / 1"; behind the last of them the machine counts on.
"""

import re
from collections.abc import Sequence
from string import ascii_uppercase

# What `danh_so_cot: true` stands for.
FIRST_LABEL = ("(1)",)
_LABEL = re.compile(r"(?P<letter>[A-Z])|(?P<before>\(?)(?P<number>[1-9]\d?)(?P<after>\)?)")


def parse_labels(text: str) -> tuple[str, ...]:
    """"A / B / 1" → its labels. Raises ValueError, its words before and after "; " the fault and the way out."""
    labels = tuple(part.strip() for part in text.split("/"))
    for label in labels:
        found = _LABEL.fullmatch(label)
        if not found or bool(found["before"]) != bool(found["after"]):
            raise ValueError(f"Không có cách đánh số cột “{label}”; ghi true để in (1), (2), …, hay ghi nhãn của các "
                             "cột đầu, ví dụ A / B / 1")
    return labels


def count_labels(first: Sequence[str], columns: int) -> tuple[str, ...]:
    """The labels of so many columns: those that are stated, and behind the last one the next ones; past Z none."""
    labels = list(first[:columns])
    while labels and len(labels) < columns:
        labels.append(_next(labels[-1]))
    return tuple(labels)


def _next(label: str) -> str:
    found = _LABEL.fullmatch(label)
    if not found:
        return ""
    if found["letter"]:
        return (ascii_uppercase[ascii_uppercase.index(label) + 1 :] or " ")[0].strip()
    return f"{found['before']}{int(found['number']) + 1}{found['after']}"
