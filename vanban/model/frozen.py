"""What is kept of a set when it is issued, so that it rebuilds to the same words after registers change."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# The key under which a record keeps its own fingerprint.
SEAL = "dau_van_tay"


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


def seal(record: Mapping[str, Any]) -> str:
    """The fingerprint of what is kept, whatever the order and the layout of the file.

    It finds damage and careless edits. It is no signature: who knows how it is made can make it again.
    """
    kept = {key: value for key, value in record.items() if key != SEAL}
    return hashlib.sha256(json.dumps(kept, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
