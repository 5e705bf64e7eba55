"""Typed data of one file → a VanBan. Fields follow the keys of their names (`by_kind`); here stands what is made of
several keys."""

import re
from collections.abc import Iterator
from typing import Any

from vanban.findings import Finding, finding
from vanban.model.body import DeMuc
from vanban.model.document import BenLienTich, BoQua, MucTieu, NhiemVu, PhanCong, VanBan
from vanban.model.places import Places
from vanban.readers.build_table import TABLE_CHECKS, TABLE_MADE
from vanban.readers.by_kind import Builder
from vanban.readers.own_scheme import has_choice, scheme_of
from vanban.readers.record import Record, well_formed
from vanban.readers.source import Source

_CODE = re.compile("[A-Z][0-9]{3}")


def build_document(source: Source, data: dict[str, Any], places: Places) -> tuple[VanBan, list[Finding]]:
    """The document of one file and the faults of its running text."""
    record = Record(source, data, places)
    if has_choice(data):
        record.one_of(("de_muc",), ("dieu",))
        record.one_of(("dieu",), ("mo_dau", "danh_so"), needed=False)
    said = _BUILDER.values(record, VanBan, "")
    said["danh_so"] = said.get("danh_so") or scheme_of(data)
    said["bo_qua"] = tuple(_bo_qua(record, said["origin"], said["de_muc"]))
    said["origins"] |= _origins_of_attached(record) | _origins_of_entries(record)
    return VanBan(**said), record.findings


def _headings(builder: Builder, record: Record) -> tuple[DeMuc, ...]:
    """The headings of a document, or its Điều."""
    return builder.nodes(record, "de_muc", DeMuc, "de_muc") + builder.nodes(record, "dieu", DeMuc, "dieu")


def _origins_of_attached(record: Record) -> dict[str, int]:
    """Of each id in `kem_theo`, under "kem_theo.<ma>"."""
    located = ((well_formed([text]), origin) for text, origin in record.located_texts("kem_theo"))
    return {f"kem_theo.{ma}": origin for found, origin in located for ma in found}


def _origins_of_entries(record: Record) -> dict[str, int]:
    """Of each basis, recipient and addressee, under "noi_nhan.<index>"."""
    return {f"{key}.{index}": origin for key in ("can_cu", "noi_nhan", "kinh_gui")
            for index, origin in enumerate(record.origins_of_entries(key))}


def _nodes(record: Record) -> tuple[Record, ...]:
    """The records of the headings below."""
    return (*record.records("de_muc"), *record.records("dieu"))


def _bo_qua(record: Record, scope: int, nodes: tuple[DeMuc, ...]) -> Iterator[BoQua]:
    """The suppressions of what stands at `record` and of every heading below; `scope` is its origin."""
    stated = record.data.get("bo_qua")
    if isinstance(stated, dict):
        for code, reason in stated.items():
            if not (_CODE.fullmatch(code) and isinstance(reason, str) and reason.strip()):
                continue  # the schema has told
            yield BoQua(code, reason, scope, record.origin_of_key("bo_qua", code))
    for below, node in zip(_nodes(record), nodes, strict=False):  # headings where the schema has none are not read
        yield from _bo_qua(below, node.origin, node.de_muc)


def _number(_: Builder, record: Record) -> str:
    """A number as it was typed."""
    return record.document_number("so_van_ban")


def _check_task(record: Record) -> None:
    """Tells of a task that says when or who twice, or that nobody leads."""
    record.one_of(("cac_moc",), ("thoi_gian",))
    record.one_of(("phan_cong",), ("chu_tri", "phoi_hop"), needed=False)
    if not {"phan_cong", "chu_tri"} & record.data.keys():
        record.findings.append(finding(
            "C109", record.source.place(record.path), f"Nhiệm vụ “{record.text('ma')}” chưa có cơ quan chủ trì.",
            "Ghi “chu_tri: [mã cơ quan]”; mỗi nhiệm vụ phải có nơi chịu trách nhiệm.",
        ))


def _phan_cong(builder: Builder, record: Record) -> tuple[PhanCong, ...]:
    """Who does which part of a task; what stands at the task itself is one part."""
    parts = builder.nodes(record, "phan_cong", PhanCong, "phan_cong")
    return parts or (builder.node(record, PhanCong, "phan_cong"),)


_BUILDER = Builder(
    made={
        VanBan: {
            "so_van_ban": _number,
            "de_muc": _headings,
            "bo_qua": lambda _, record: (),
        },
        NhiemVu: {"phan_cong": _phan_cong},
        BenLienTich: {"so_van_ban": _number},
        **TABLE_MADE,
    },
    checks={NhiemVu: _check_task, **TABLE_CHECKS},
    at={MucTieu: "chi_tieu"},
)
