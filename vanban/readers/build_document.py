"""Typed data of one file → a VanBan. Knows the keys of documents; their types are in doctypes/."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from vanban.findings import Finding, finding
from vanban.keys import document_keys
from vanban.model.body import DeMuc
from vanban.model.document import (
    BoQua,
    DuThao,
    Moc,
    MucTieu,
    NhiemVu,
    NhomNhiemVu,
    NhomVanBan,
    PhanCong,
    PhuLucRieng,
    SoSanh,
    VanBan,
)
from vanban.model.inline import Reference
from vanban.model.places import Places
from vanban.readers.build_picture import build_picture
from vanban.readers.build_table import build_table
from vanban.readers.by_kind import read_fields
from vanban.readers.record import Record, well_formed
from vanban.readers.source import Source

_CODE = re.compile("[A-Z][0-9]{3}")


def build_document(source: Source, data: dict[str, Any], places: Places) -> tuple[VanBan, list[Finding]]:
    """The document of one file and the faults of its running text."""
    record = Record(source, data, places)
    origin, de_muc = record.origin(), tuple(map(_de_muc, _nodes(record)))
    said = read_fields(record, VanBan, document_keys()) | {
        "ma": record.text("ma"),
        "so_van_ban": record.digits("so_van_ban"),
        "cho_nam": record.year("cho_nam"),
        "can_cu": _can_cu(record),
        "de_muc": de_muc,
        "bang_bieu": tuple(map(build_table, record.records("bang_bieu"))),
        "hinh": tuple(map(build_picture, record.records("hinh"))),
        "muc_tieu": tuple(map(_muc_tieu, record.records("muc_tieu"))),
        "nhiem_vu": tuple(map(_nhom_nhiem_vu, record.records("nhiem_vu"))),
        "danh_muc": tuple(map(_nhom_van_ban, record.records("danh_muc"))),
        "du_thao": _du_thao(record),
        "ban_hanh_rieng": tuple(map(_phu_luc_rieng, record.records("ban_hanh_rieng"))),
        "bo_qua": tuple(_bo_qua(record, origin, de_muc)),
    }
    origins = {key: record.origin(key) for key in data} | _origins_of_attached(record) | _origins_of_entries(record)
    document = VanBan(**said, origin=origin, origins=origins)
    return document, record.findings


def _du_thao(record: Record) -> DuThao | None:
    stated = record.part("du_thao")
    return DuThao(stated.number("lan_thu"), stated.date("ngay")) if stated else None


def _origins_of_attached(record: Record) -> dict[str, int]:
    """Of each id in `kem_theo`, under "kem_theo.<ma>"."""
    return {f"kem_theo.{ma}": origin for ma, origin in record.located_texts("kem_theo")}


def _origins_of_entries(record: Record) -> dict[str, int]:
    """Of each recipient and addressee, under "noi_nhan.<index>"."""
    return {f"{key}.{index}": origin for key in ("noi_nhan", "kinh_gui")
            for index, origin in enumerate(record.origins_of_entries(key))}


def _nodes(record: Record) -> tuple[Record, ...]:
    """The headings below, or the Điều."""
    return (*record.records("de_muc"), *record.records("dieu"))


def _bo_qua(record: Record, scope: int, nodes: tuple[DeMuc, ...]) -> Iterator[BoQua]:
    """The suppressions of what stands at `record` and of every heading below; `scope` is its origin."""
    stated = record.data.get("bo_qua")
    if isinstance(stated, dict):
        for code, reason in stated.items():
            if not (_CODE.fullmatch(code) and isinstance(reason, str) and reason.strip()):
                continue  # the schema has told
            yield BoQua(code, reason, scope, record.origin_of_key("bo_qua", code))
    for below, node in zip(_nodes(record), nodes, strict=True):
        yield from _bo_qua(below, node.origin, node.de_muc)


def _can_cu(record: Record) -> tuple[tuple[Reference, ...], ...]:
    """One tuple of acts for each line of căn cứ; several acts of a line stand between semicolons."""
    return tuple(
        tuple(Reference(ma, origin=origin) for ma in well_formed(line.split("; ")))
        for line, origin in record.located_texts("can_cu")
    )


def _de_muc(record: Record) -> DeMuc:
    return DeMuc(
        tieu_de=record.line("tieu_de"),
        noi_dung=record.block("noi_dung"),
        de_muc=tuple(map(_de_muc, _nodes(record))),
        bang_bieu=tuple(map(build_table, record.records("bang_bieu"))),
        hinh=tuple(map(build_picture, record.records("hinh"))),
        noi_dung_cuoi=record.block("noi_dung_cuoi"),
        danh_so=record.text("danh_so"),
        khong_danh_so=record.flag("khong_danh_so"),
        ma=record.text("ma"),
        origin=record.origin(),
    )


def _phu_luc_rieng(record: Record) -> PhuLucRieng:
    return PhuLucRieng(record.id("ma"), record.text("ten_goi"), record.origin())


def _muc_tieu(record: Record) -> MucTieu:
    return MucTieu(
        record.id("chi_tieu"), record.choice("so_sanh", get_args(SoSanh)), record.decimal("gia_tri"),
        record.origin("chi_tieu"),
    )


def _nhom_nhiem_vu(record: Record) -> NhomNhiemVu:
    return NhomNhiemVu(record.text("nhom"), tuple(map(_nhiem_vu, record.records("gom"))), record.origin())


def _nhiem_vu(record: Record) -> NhiemVu:
    record.one_of(("cac_moc",), ("thoi_gian",))
    record.one_of(("phan_cong",), ("chu_tri", "phoi_hop"), needed=False)
    if not {"phan_cong", "chu_tri"} & record.data.keys():
        record.findings.append(finding(
            "C109", record.source.place(record.path), f"Nhiệm vụ “{record.text('ma')}” chưa có cơ quan chủ trì.",
            "Ghi “chu_tri: [mã cơ quan]”; mỗi nhiệm vụ phải có nơi chịu trách nhiệm.",
        ))
    parts = tuple(map(_phan_cong, record.records("phan_cong")))
    return NhiemVu(
        ma=record.text("ma"),
        noi_dung=record.line("noi_dung"),
        san_pham=record.line("san_pham"),
        phan_cong=parts or (_phan_cong(record),),
        thoi_gian=record.deadline("thoi_gian"),
        cac_moc=tuple(Moc(moc.deadline("thoi_gian"), moc.line("ket_qua")) for moc in record.records("cac_moc")),
        ghi_chu=record.line("ghi_chu"),
        hang_nam=record.flag("hang_nam"),
        origin=record.origin(),
    )


def _phan_cong(record: Record) -> PhanCong:
    return PhanCong(record.ids("chu_tri"), record.ids("phoi_hop"))


def _nhom_van_ban(record: Record) -> NhomVanBan:
    acts = (Reference(ma, origin=origin) for text, origin in record.located_texts("gom") for ma in well_formed([text]))
    return NhomVanBan(record.text("nhom"), tuple(acts), record.origin())
