"""The file that `issue` wrote beside a document → Frozen, and the registers that were in force for it."""

import json

from vanban.findings import Finding, Place, finding
from vanban.model.frozen import Frozen
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.readers.build_registers import build_registers
from vanban.readers.record import Record
from vanban.readers.source import Source


def read_frozen(name: str, raw: bytes) -> tuple[Frozen | None, list[Finding]]:
    """What was kept; None, with a finding, where the file is not what `issue` writes."""
    try:
        data = json.loads(raw)
        return Frozen(data["tep"], data["so_sach"]), []
    except (ValueError, KeyError, TypeError):
        return None, [finding(
            "S109", Place(name), "Tệp lưu khi ban hành bị hỏng.", "Lấy lại bản cũ của tệp này từ git; không sửa tay."
        )]


def frozen_registers(frozen: Frozen, name: str, places: Places) -> Registers:
    """The registers as they were on the day of issue, as far as the set used them. `name` is that of the file."""
    record = Record(Source(name), dict(frozen.so_sach), places)
    return build_registers([record], places)[0]
