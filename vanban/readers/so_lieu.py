"""A unit's file of figures, typed by the schema → what it reports, and its faults.

A figure that is refused stays there as one that could not be read, so that no total above it goes on without it. Where
figures stand is said by line; the file is not kept.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from vanban.datatypes import datatypes
from vanban.findings import Finding, finding
from vanban.model.indicators import ChiTieu
from vanban.model.registers import Registers
from vanban.model.reporting import Ky
from vanban.model.so_lieu import DieuChinh, Reported, SoLieu
from vanban.readers.record import Record
from vanban.readers.reported_cell import parse_cell
from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.slips import Names
from vanban.text import nfc, upper_first

_UNREAD = Reported(None, "khong_doc_duoc")
_BLOCK = re.compile(r"^gia_tri:[ \t]*(?:#.*)?\n((?:[ \t#].*\n?|\n)*)", re.MULTILINE)
_KEY = re.compile(r" +([a-z][a-z0-9_]*):(?: |$)")


def read_so_lieu(record: Record, registers: Registers) -> SoLieu | None:
    """What the file reports; None where it does not say who, or for which period. Faults go to `record.findings`."""
    reading = _Reading(record.source, registers, record.year("cho_nam") or 0, record.findings)
    year, ky = record.year("cho_nam"), record.text("ky_bao_cao")
    reading.names(record)
    if not (record.id("co_quan") and record.id("che_do_bao_cao") and ky and year):
        return None
    return SoLieu(
        record.source.file, record.id("co_quan"), record.id("che_do_bao_cao"), Ky(ky, year),
        record.text("so_bao_cao"), record.date("ngay_bao_cao"), reading.figures(record),
        _notes(record), tuple(reading.corrections(record)),
    )


@dataclass
class _Reading:
    source: Source
    registers: Registers
    year: int
    findings: list[Finding]
    _names: Names | None = field(default=None, repr=False)

    def names(self, record: Record) -> None:
        """Tells of a body or a regime that the registers do not have."""
        for key, kind in (("co_quan", "co_quan"), ("che_do_bao_cao", "che_do_bao_cao")):
            ma, known = record.id(key), self.registers.of(kind)
            if ma and ma not in known:
                self.findings.append(datatypes()[kind].not_there(ma, self.source.place((key,)), Names(known)))

    def figures(self, record: Record) -> dict[str, Reported]:
        """The figures under `gia_tri` that are not blank, by indicator."""
        path, typed = (*record.path, "gia_tri"), record.data.get("gia_tri")
        if not isinstance(typed, dict):
            return {}
        lines = _lines(self.source.text) if not record.path else {}
        if not lines and self._is_flow(path):
            return dict.fromkeys(typed, _UNREAD)
        return {ma: self._figure(ma, words, path, lines.get(ma)) for ma, words in typed.items()
                if not (isinstance(words, str) and not words.strip())}

    def corrections(self, record: Record) -> Iterator[DieuChinh]:
        for each in record.records("dieu_chinh"):
            if day := each.date("ngay_dieu_chinh"):
                yield DieuChinh(day, each.text("so_bao_cao"), each.text("ly_do"), self.figures(each),
                                self.source.place(each.path).line)

    def _is_flow(self, path: Path) -> bool:
        """Whether the figures stand in {…}, where YAML reads “98,63” as two keys; told."""
        if not self.source.opens_with(path, "{"):
            return False
        self.findings.append(finding(
            "D207", self.source.place(path),
            "Số liệu viết trong ngoặc nhọn {…}: dấu phẩy của số lẻ sẽ cắt con số làm hai.",
            "Viết mỗi chỉ tiêu một dòng dưới gia_tri, thụt vào hai dấu cách.",
        ))
        return True

    def _figure(self, ma: str, words: Any, above: Path, line: int | None) -> Reported:
        """One figure; `line` is that of its key where it is known already."""
        known, path = self.registers.chi_tieu.get(ma), (*above, ma)
        line = line or self.source.place(path).line
        if fault := self._not_reported(ma, known):
            self.findings.append(finding("D205", self.source.place(path, key=True), *fault))
            return replace(_UNREAD, line=line)
        assert known is not None
        try:
            return parse_cell(nfc(words) if isinstance(words, str) else str(words), known, self.year, line)
        except ValueError as error:
            said, _, way = str(error).partition("; ")
            place = self.source.place(path)
            self.findings.append(finding("D204", place, f"{known.ten_goi}: {said}.", f"{upper_first(way)}."))
            return replace(_UNREAD, line=line)

    def _not_reported(self, ma: str, known: ChiTieu | None) -> tuple[str, str] | None:
        """Why no unit reports that indicator, and the way out; None where units do."""
        if known is None:
            self._names = self._names or Names(self.registers.chi_tieu)
            close = self._names.nearest(ma)
            return (f"Không có chỉ tiêu “{ma}” trong sổ chỉ tiêu.",
                    f"Có phải “{close}”?" if close else "Kiểm tra mã, hoặc thêm chỉ tiêu vào sổ chỉ tiêu.")
        if known.tinh_chat is None:
            return (f"Chỉ tiêu “{ma}” chưa khai tinh_chat nên không biết cộng thế nào.",
                    "Thêm dòng “tinh_chat: …” cho chỉ tiêu ấy trong sổ chỉ tiêu.")
        if known.tinh_chat == "tinh":
            return (f"“{known.ten_goi}” do máy tính từ các chỉ tiêu khác.", "Bỏ dòng này.")
        return None


def _lines(text: str) -> Mapping[str, int]:
    """The line of each key under `gia_tri`, as nearly all files are written: one a line, in no quotes. Spans of a
    hundred figures take longer than all else that is done with them."""
    found = _BLOCK.search(text)
    if found is None:
        return {}
    first = text.count("\n", 0, found.start(1)) + 1
    keys = ((at, _KEY.match(line)) for at, line in enumerate(found[1].split("\n"), first))
    return {key[1]: at for at, key in keys if key}


def _notes(record: Record) -> Mapping[str, str]:
    notes = record.data.get("ghi_chu")
    return {ma: str(words) for ma, words in notes.items() if str(words).strip()} if isinstance(notes, dict) else {}
