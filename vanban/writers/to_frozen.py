"""A set on the day of its issue → the file that is kept beside it (`Frozen`, as JSON)."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from vanban.model.document import BoVanBan
from vanban.model.frozen import SEAL, seal
from vanban.model.inline import Reference
from vanban.model.walk import inlines

Entries = Mapping[str, list[dict[str, Any]]]


def to_frozen(bo: BoVanBan, entries: Entries, fingerprints: Mapping[str, str]) -> bytes:
    """The file for `bo`. `entries` are those of the registers; `fingerprints` of its files and pictures, by name."""
    used = _closed(_used(bo), entries)
    kept = {key: [entry for entry in listed if entry.get("ma") in used] for key, listed in entries.items()}
    data: dict[str, Any] = {"tep": dict(fingerprints), "so_sach": kept}
    data[SEAL] = seal(data)
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _used(bo: BoVanBan) -> set[str]:
    """Ids of registers that the documents of the set name."""
    used: set[str] = set()
    for van_ban in bo:
        used.add(van_ban.co_quan)
        used |= {target.chi_tieu for target in van_ban.muc_tieu}
        used |= {ma for group in van_ban.nhiem_vu for task in group.gom for part in task.phan_cong
                 for ma in (*part.chu_tri, *part.phoi_hop)}
        used |= {act.ma for group in van_ban.danh_muc for act in group.gom}
        used |= {inline.ma for inline in inlines(van_ban) if isinstance(inline, Reference)}
    return used


def _closed(used: set[str], entries: Entries) -> set[str]:
    """`used` with the entries that those name in turn: the superior of a body, the successor and issuer of an act."""
    by_id = {entry.get("ma"): entry for entry in _all(entries)}
    by_name = {entry.get("ten_goi"): entry.get("ma") for entry in entries.get("co_quan", ())}
    closed, waiting = set(used), list(used)
    while waiting:
        entry = by_id.get(waiting.pop(), {})
        for ma in (entry.get("truc_thuoc"), entry.get("thay_the_boi"), by_name.get(entry.get("co_quan_ban_hanh"))):
            if ma and ma not in closed:
                closed.add(ma)
                waiting.append(ma)
    return closed


def _all(entries: Entries) -> Iterable[dict[str, Any]]:
    return (entry for listed in entries.values() for entry in listed)
