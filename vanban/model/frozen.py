"""What is kept of a set when it is issued, so that it rebuilds to the same words after registers change."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Frozen:
    """tep      fingerprint of each source and each picture of the set, by its name
    so_sach  the entries of the registers that the set used, as data, by the key of their list
    """

    tep: Mapping[str, str]
    so_sach: Mapping[str, list[dict[str, Any]]]


def fingerprint(text: str) -> str:
    """Of a source, whatever its line ends: git may change those between machines."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()
