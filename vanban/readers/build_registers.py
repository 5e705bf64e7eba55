"""Typed data of the files of content/dung_chung → the registers, by the kinds of data there are (`datatypes/`)."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from vanban.datatypes import Known, datatypes
from vanban.findings import Finding, finding
from vanban.guard import Guard, unguarded
from vanban.keys import lists
from vanban.keys.pointers import named
from vanban.model.places import Places
from vanban.model.registers import CoQuan, Registers
from vanban.model.validity import HieuLuc
from vanban.readers.by_kind import Builder
from vanban.readers.record import Record, well_formed
from vanban.text import nfc, question_in, upper_first

_Tables = dict[str, dict[str, Any]]


def build_registers(
    records: Iterable[Record], places: Places, guard: Guard = unguarded
) -> tuple[Registers, list[Finding]]:
    """The registers, each possibly spread over several files; an id given twice is a finding.

    A file that `guard` gives None for is as one that is not there.
    """
    tables: _Tables = {kind: {} for kind in datatypes()}
    findings: list[Finding] = []
    entered: list[Record] = []
    for record in records:
        if (entries := guard(record.source.file, partial(_entries, record))) is not None:
            entered.append(record)
            for kind, entry in entries:
                findings += _entered(entry, tables[kind], places)
            findings += record.findings
    findings += _named_twice(tables["co_quan"].values(), places)
    known = Known(tables)
    for record in entered:
        findings += guard(record.source.file, partial(_pointing_nowhere, record, known)) or ()
    return Registers(tables), findings


def _entries(record: Record) -> list[tuple[str, Any]]:
    """The entries of one file, each with its kind."""
    return [(kind, data.completed(node)) for kind, data in datatypes().items()
            for node in _BUILDER.nodes(record, kind, data.node, lists()[kind][0])]


def _entered(entry: Any, table: dict[str, Any], places: Places) -> Iterator[Finding]:
    """Puts `entry` into its table, unless its id is taken."""
    if entry.ma in table:
        first = places[table[entry.ma].origin]
        yield finding(
            "S309", places[entry.origin], f"Mã “{entry.ma}” đã có ở {first.file}:{first.line}.",
            "Mỗi mã chỉ ghi một lần: đổi mã, hoặc xóa một trong hai.",
        )
    elif entry.ma:
        table[entry.ma] = entry


def _named_twice(bodies: Iterable[CoQuan], places: Places) -> Iterator[Finding]:
    """Tells of bodies that have one name below one superior in one time. A group of bodies ("các sở, ngành"), which has
    no head and no letters, may be called so twice: each file has its own."""
    known: dict[tuple[str, str], list[CoQuan]] = {}
    for body in (each for each in bodies if each.cap_truong or each.ky_hieu or each.nguoi_ky):
        same = known.setdefault((" ".join(nfc(body.ten_goi).casefold().split()), body.truc_thuoc), [])
        other = next((each for each in same if each.hieu_luc.overlaps(body.hieu_luc)), None)
        if other and not question_in(body.ten_goi):
            first = places[other.origin]
            yield finding(
                "C141", places[body.origin],
                f"{upper_first(body.ten_goi)} đã có ở {first.file}:{first.line}, mã “{other.ma}”.",
                "Giữ một mục; hai cơ quan khác nhau thì ghi đủ tên của từng cơ quan, tên chỉ đổi theo ngày thì ghi "
                "“tu_ngay”, “den_ngay”.",
            )
        same.append(body)


def _pointing_nowhere(record: Record, known: Known) -> list[Finding]:
    """The entries of one file that name another which is not there."""
    pointers = [each for kind in datatypes() for entry in record.records(kind)
                for each in named(entry.data, lists()[kind][0], entry.path)]
    faults = (known.fault(each, partial(record.source.place, each.path))
              for each in pointers if well_formed([each.words]))
    return [fault for fault in faults if fault]


def _check_period(record: Record) -> None:
    """Tells of a period that ends before it begins."""
    first, last = record.date("tu_ngay"), record.date("den_ngay")
    if first and last and last < first:
        record.findings.append(finding(
            "S206", record.source.place((*record.path, "den_ngay")), "“den_ngay” đứng trước “tu_ngay”.",
            "Kiểm tra lại hai ngày.",
        ))


# An entry stands where its id is typed.
_BUILDER = Builder(checks={HieuLuc: _check_period}, usual="ma")
