"""Typed data of the files of content/dung_chung → the registers."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, get_args

from vanban.findings import Finding, finding
from vanban.model.places import Places
from vanban.model.registers import (
    CanCu,
    ChiTieu,
    CoQuan,
    DanhSoPhuLuc,
    HieuLuc,
    HoSo,
    NguoiKy,
    NhomNoiNhan,
    Registers,
    TuCachKy,
)
from vanban.readers.record import Record
from vanban.text import nearest

_Entry = CoQuan | CanCu | ChiTieu | NhomNoiNhan
_NOT_A_DATE = date.min  # of an act whose date the schema has refused


def build_registers(records: Iterable[Record], places: Places) -> tuple[Registers, list[Finding]]:
    """The registers, each possibly spread over several files; an id given twice is a finding."""
    tables: dict[str, dict[str, Any]] = {name: {} for name in _MAKERS}
    findings: list[Finding] = []
    records = list(records)
    for record in records:
        for kind in (name for name in _MAKERS if name in record.data):
            for entry_record in record.records(kind):
                findings += _entered(_MAKERS[kind](entry_record), tables[kind], places)
        findings += record.findings
    for record in records:
        findings += _pointing_nowhere(record, tables)
    return Registers(
        co_quan=tables["co_quan"], can_cu=tables["can_cu"], chi_tieu=tables["chi_tieu"],
        nhom_noi_nhan=tables["nhom_noi_nhan"],
    ), findings


def _entered(entry: _Entry, table: dict[str, Any], places: Places) -> Iterator[Finding]:
    """Puts `entry` into its table, unless its id is taken."""
    if entry.ma in table:
        first = places[table[entry.ma].origin]
        yield finding(
            "S309", places[entry.origin], f"Mã “{entry.ma}” đã có ở {first.file}:{first.line}.",
            "Mỗi mã chỉ ghi một lần: đổi mã, hoặc xóa một trong hai.",
        )
    elif entry.ma:
        table[entry.ma] = entry


def _pointing_nowhere(register: Record, tables: dict[str, dict[str, Any]]) -> Iterator[Finding]:
    """The entries of one register that name another which is not there."""
    kind = register.text("loai_du_lieu")
    code, key, what = _POINTERS.get(kind, ("", "", ""))
    for record in register.records(kind):
        ma = record.id(key)
        if ma and ma not in tables[kind]:
            close = nearest(ma, tables[kind])
            yield finding(
                code, record.source.place((*record.path, key)), f"{what} “{ma}” không có trong sổ.",
                f"Có phải “{close}”?" if close else "Thêm vào sổ, hoặc xóa dòng này.",
            )


def _period(record: Record) -> HieuLuc:
    period = HieuLuc(record.date("tu_ngay"), record.date("den_ngay"))
    if period.tu_ngay and period.den_ngay and period.den_ngay < period.tu_ngay:
        record.findings.append(finding(
            "S206", record.source.place((*record.path, "den_ngay")), "“den_ngay” đứng trước “tu_ngay”.",
            "Kiểm tra lại hai ngày.",
        ))
    return period


def _nguoi_ky(record: Record) -> NguoiKy:
    return NguoiKy(
        record.text("ma"), record.text("ho_ten"), record.text("chuc_vu"),
        record.choice("tu_cach_ky", get_args(TuCachKy)), _period(record), record.text("cap_truong"),
        record.text("chuc_vu_khac"), record.text("linh_vuc"), record.origin("ma"),
    )


def _co_quan(record: Record) -> CoQuan:
    name = record.text("ten_goi")
    lines = tuple(part.strip() for part in record.text("ten_dong").split("|") if part.strip())
    return CoQuan(
        ma=record.text("ma"), ten_goi=name, ten_dong=lines or (name,), ten_ngan=record.text("ten_ngan") or name,
        ten_chu_quan=record.text("ten_chu_quan") or name,
        ky_hieu=record.text("ky_hieu"), dia_danh=record.text("dia_danh"), truc_thuoc=record.id("truc_thuoc"),
        cap_truong=record.text("cap_truong"), tap_the=record.text("tap_the"),
        dia_chi=record.texts("dia_chi"), ho_so=record.choice("ho_so", get_args(HoSo)),
        danh_so_phu_luc=record.option("danh_so_phu_luc", get_args(DanhSoPhuLuc)),
        nguoi_ky=tuple(map(_nguoi_ky, record.records("nguoi_ky"))),
        hieu_luc=_period(record), origin=record.origin("ma"),
    )


def _can_cu(record: Record) -> CanCu:
    return CanCu(
        ma=record.text("ma"), ten_loai=record.text("ten_loai"), trich_yeu=record.text("trich_yeu"),
        ngay_ban_hanh=record.date("ngay_ban_hanh") or _NOT_A_DATE, so_ky_hieu=record.text("so_ky_hieu"),
        co_quan_ban_hanh=record.text("co_quan_ban_hanh"), thay_the_boi=record.id("thay_the_boi"),
        hieu_luc=_period(record), origin=record.origin("ma"),
    )


def _chi_tieu(record: Record) -> ChiTieu:
    return ChiTieu(
        record.text("ma"), record.text("ten_goi"), record.text("don_vi_tinh"), record.number("so_le"),
        _period(record), record.origin("ma"),
    )


def _nhom_noi_nhan(record: Record) -> NhomNoiNhan:
    return NhomNoiNhan(record.text("ma"), record.texts("gom"), record.origin("ma"))


# By the key of the list; groups of recipients stand in the file of the bodies.
_MAKERS: dict[str, Callable[[Record], _Entry]] = {
    "co_quan": _co_quan, "can_cu": _can_cu, "chi_tieu": _chi_tieu, "nhom_noi_nhan": _nhom_noi_nhan,
}
# What an entry says of another of the same register: code of the finding, key, word for the other.
_POINTERS = {"co_quan": ("R103", "truc_thuoc", "Cơ quan"), "can_cu": ("R101", "thay_the_boi", "Văn bản")}
