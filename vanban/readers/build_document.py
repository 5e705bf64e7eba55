"""Typed data of one file → a VanBan. Knows the keys of documents; their types are in doctypes/."""

from collections.abc import Iterator
from typing import Any, cast

from vanban.findings import Finding
from vanban.model.body import BangBieu, DeMuc
from vanban.model.document import BoQua, MucTieu, NhiemVu, NhomNhiemVu, SoSanh, VanBan
from vanban.model.inline import Reference
from vanban.model.places import Places
from vanban.readers.record import Record
from vanban.readers.source import Source


def build_document(source: Source, data: dict[str, Any], places: Places) -> tuple[VanBan, list[Finding]]:
    """The document of one file and the faults of its running text."""
    record = Record(source, data, places)
    document = VanBan(
        loai_van_ban=record.text("loai_van_ban"),
        ma=record.text("ma"),
        trich_yeu=record.text("trich_yeu"),
        vi_du=record.flag("vi_du"),
        co_quan=record.text("co_quan"),
        so_van_ban=record.text("so_van_ban"),
        ngay_ban_hanh=record.date("ngay_ban_hanh"),
        ngay_du_kien=record.date("ngay_du_kien"),
        can_cu=_can_cu(record),
        theo_de_nghi=record.line("theo_de_nghi"),
        mo_dau=record.block("mo_dau"),
        de_muc=tuple(map(_de_muc, (*record.records("de_muc"), *record.records("dieu")))),
        bang_bieu=tuple(map(_bang_bieu, record.records("bang_bieu"))),
        muc_tieu=tuple(map(_muc_tieu, record.records("muc_tieu"))),
        nhiem_vu=tuple(map(_nhom_nhiem_vu, record.records("nhiem_vu"))),
        noi_nhan=record.lines("noi_nhan"),
        luu=record.text("luu"),
        nguoi_ky=record.text("nguoi_ky"),
        kem_theo=record.ids("kem_theo"),
        kho_giay="ngang" if record.text("kho_giay") == "ngang" else "doc",
        danh_so=record.text("danh_so"),
        bo_qua=tuple(_bo_qua(record)),
        origin=record.origin(),
        origins={key: record.origin(key) for key in data},
    )
    return document, record.findings


def _bo_qua(record: Record) -> Iterator[BoQua]:
    """The suppressions of the document and of every heading below."""
    stated = record.data.get("bo_qua")
    if isinstance(stated, dict):
        scope = record.origin()
        for code, reason in stated.items():
            place = record.source.place((*record.path, "bo_qua", code), key=True)
            yield BoQua(code, str(reason), scope, record.places.add(place))
    for key in ("de_muc", "dieu"):
        for node in record.records(key):
            yield from _bo_qua(node)


def _can_cu(record: Record) -> tuple[tuple[Reference, ...], ...]:
    """One tuple of acts for each line of căn cứ; several acts of a line stand between semicolons."""
    return tuple(
        tuple(Reference(ma.strip(), origin=record.origin("can_cu", index)) for ma in line.split(";"))
        for index, line in enumerate(record.texts("can_cu"))
    )


def _de_muc(record: Record) -> DeMuc:
    return DeMuc(
        tieu_de=record.line("tieu_de"),
        noi_dung=record.block("noi_dung"),
        de_muc=tuple(map(_de_muc, record.records("de_muc"))),
        bang_bieu=tuple(map(_bang_bieu, record.records("bang_bieu"))),
        noi_dung_cuoi=record.block("noi_dung_cuoi"),
        danh_so=record.text("danh_so"),
        ma=record.text("ma"),
        origin=record.origin(),
    )


def _bang_bieu(record: Record) -> BangBieu:
    return BangBieu(record.text("ma"), record.text("bo_cuc"), record.line("tieu_de"), origin=record.origin())


def _muc_tieu(record: Record) -> MucTieu:
    return MucTieu(
        record.text("chi_tieu"), cast(SoSanh, record.text("so_sanh")), record.decimal("gia_tri"), record.origin("chi_tieu")
    )


def _nhom_nhiem_vu(record: Record) -> NhomNhiemVu:
    return NhomNhiemVu(record.text("nhom"), tuple(map(_nhiem_vu, record.records("gom"))), record.origin())


def _nhiem_vu(record: Record) -> NhiemVu:
    return NhiemVu(
        ma=record.text("ma"),
        noi_dung=record.line("noi_dung"),
        san_pham=record.line("san_pham"),
        chu_tri=record.ids("chu_tri"),
        phoi_hop=record.ids("phoi_hop"),
        thoi_gian=record.text("thoi_gian"),
        hang_nam=record.flag("hang_nam"),
        origin=record.origin(),
    )
