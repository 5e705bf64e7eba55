"""The file that `issue` wrote beside a document → Frozen, and the registers that were in force for it."""

import json
from typing import Any

from vanban.findings import Finding, Place, finding
from vanban.model.frozen import SEAL, Frozen, seal
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.readers.build_registers import build_registers
from vanban.readers.record import Record
from vanban.readers.source import Source


def read_frozen(name: str, raw: bytes) -> tuple[Frozen | None, list[Finding]]:
    """What was kept; None, with a finding, where the file is not what `issue` wrote.

    Records that were written before they had a fingerprint are believed, with an information.
    """
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        data = None
    if not _has_its_shape(data):
        return None, [_broken(name, "bị hỏng")]
    if SEAL not in data:
        return Frozen(data["tep"], data["so_sach"]), [finding(
            "S113", Place(name), "Tệp lưu khi ban hành do bản cũ của chương trình ghi, chưa có dấu để biết có bị sửa.",
            "Không cần làm gì; giữ nguyên tệp này trong git.",
        )]
    if data[SEAL] != seal(data):
        return None, [_broken(name, "đã bị sửa sau khi ghi")]
    return Frozen(data["tep"], data["so_sach"]), []


def _broken(name: str, how: str) -> Finding:
    return finding(
        "S109", Place(name), f"Tệp lưu khi ban hành {how} nên không dựng lại được văn bản như đã ban hành.",
        "Lấy lại bản cũ của tệp này từ git; không sửa tay.",
    )


def _has_its_shape(data: Any) -> bool:
    """Whether it is what `issue` writes: names with fingerprints, lists of entries that have ids."""
    match data:
        case {"tep": dict(files), "so_sach": dict(registers)} if data.keys() <= {"tep", "so_sach", SEAL}:
            are_texts = all(isinstance(each, str) for each in files.values())
            return are_texts and all(isinstance(listed, list) and all(map(_is_entry, listed))
                                     for listed in registers.values())
    return False


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("ma"), str)


def frozen_registers(frozen: Frozen, name: str, places: Places) -> Registers:
    """The registers as they were on the day of issue, as far as the set used them. `name` is that of the file."""
    record = Record(Source(name), dict(frozen.so_sach), places)
    return build_registers([record], places)[0]
