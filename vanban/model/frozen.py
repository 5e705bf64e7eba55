"""What is kept of a set when it is issued, so that it rebuilds to the same words after registers and engine change."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from vanban.model.printed import PrintedSet
from vanban.model.value import State

# What an issued set uses: a target, a figure that its text calls, the cell of a total row.
LoaiSo = Literal["muc_tieu", "so_dan", "hang_tong"]
# The key under which a record keeps its own fingerprint, and the one that says which form it has.
SEAL, VERSION = "dau_van_tay", "phien_ban"


@dataclass(frozen=True, slots=True)
class UsedValue:
    """A figure that an issued set was told or worked out.

    van_ban  the document that prints it, or states it; by id
    ma       of a target its indicator, of a figure what is typed between the braces, of a total row and column
    gia_tri  the digits; "" where the state says why there are none
    so_le    decimals that are printed; None: as many as there are
    lay_tu   what it rests on: files, and paths in them
    """

    loai_so: LoaiSo
    van_ban: str
    ma: str
    gia_tri: str
    don_vi_tinh: str = ""
    so_le: int | None = None
    trang_thai: State = "chinh_thuc"
    lay_tu: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UsedFrame:
    """What a page frame printed besides, and the zones that it had a place for."""

    chu_in: tuple[str, ...]
    thanh_phan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frozen:
    """tep      fingerprint of each source and each picture of the set, by its name
    so_sach  the entries of the registers that the set used, as data, by the key of their list
    loi_van  the set as it was printed; None in records that were written before words were kept
    so_lieu  the figures that it used
    khung_trang  its frames, by their names
    """

    tep: Mapping[str, str]
    so_sach: Mapping[str, list[dict[str, Any]]]
    loi_van: PrintedSet | None = None
    so_lieu: tuple[UsedValue, ...] = ()
    khung_trang: Mapping[str, UsedFrame] = field(default_factory=dict)


def fingerprint(text: str) -> str:
    """Of a source, whatever its line ends: git may change those between machines."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def seal(record: Mapping[str, Any]) -> str:
    """The fingerprint of what is kept, whatever the order and the layout of the file.

    It finds damage and careless edits. It is no signature: who knows how it is made can make it again.
    """
    kept = {key: value for key, value in record.items() if key != SEAL}
    return hashlib.sha256(json.dumps(kept, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
