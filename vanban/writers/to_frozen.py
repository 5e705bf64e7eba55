"""A set on the day of its issue → the file that is kept beside it (`Frozen`, as JSON)."""

import json
from collections.abc import Mapping
from typing import Any

from vanban.keys.pointers import Entries, closed, ids_named
from vanban.model.document import BoVanBan
from vanban.model.frozen import SEAL, seal
from vanban.model.inline import Reference
from vanban.model.walk import inlines


def to_frozen(bo: BoVanBan, entries: Entries, fingerprints: Mapping[str, str]) -> bytes:
    """The file for `bo`. `entries` are those of the registers; `fingerprints` of its files and pictures, by name."""
    used = closed(_used(bo), entries)
    kept = {key: [entry for entry in listed if entry.get("ma") in used] for key, listed in entries.items()}
    data: dict[str, Any] = {"tep": dict(fingerprints), "so_sach": kept}
    data[SEAL] = seal(data)
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _used(bo: BoVanBan) -> set[str]:
    """Ids of registers that the documents of the set name, by a key or in running text."""
    return ids_named(bo) | {each.ma for van_ban in bo for each in inlines(van_ban) if isinstance(each, Reference)}
