"""Typed data of the files of content/dung_chung → the registers."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, cast

from vanban.findings import Finding, finding
from vanban.model.places import Places
from vanban.model.registers import CanCu, ChiTieu, CoQuan, NguoiKy, Period, Registers, TuCachKy
from vanban.readers.record import Record

_Entry = CoQuan | CanCu | ChiTieu
_NOT_A_DATE = date.min  # of an act whose date the schema has refused


def build_registers(records: Iterable[Record], places: Places) -> tuple[Registers, list[Finding]]:
    """The three registers, each possibly spread over several files; an id given twice is a finding."""
    tables: dict[str, dict[str, Any]] = {"co_quan": {}, "can_cu": {}, "chi_tieu": {}}
    findings: list[Finding] = []
    for record in records:
        kind = record.text("loai_du_lieu")
        make, table = _MAKERS[kind], tables[kind]
        for entry_record in record.records(kind):
            entry = make(entry_record)
            if entry.ma in table:
                first = places[table[entry.ma].origin]
                findings.append(finding(
                    "S309", places[entry.origin], f"Mã “{entry.ma}” đã có ở {first.file}:{first.line}.",
                    "Mỗi mã chỉ ghi một lần: đổi mã, hoặc xóa một trong hai.",
                ))
            else:
                table[entry.ma] = entry
        findings += record.findings
    return Registers(**tables), findings


def _period(record: Record) -> Period:
    return Period(record.date("tu_ngay"), record.date("den_ngay"))


def _nguoi_ky(record: Record) -> NguoiKy:
    return NguoiKy(
        record.text("ma"), record.text("ho_ten"), record.text("chuc_vu"), cast(TuCachKy, record.text("tu_cach_ky")),
        _period(record), record.origin("ma"),
    )


def _co_quan(record: Record) -> CoQuan:
    name = record.text("ten_goi")
    lines = tuple(part.strip() for part in record.text("ten_dong").split("|") if part.strip())
    return CoQuan(
        ma=record.text("ma"), ten_goi=name, ten_dong=lines or (name,), ten_ngan=record.text("ten_ngan") or name,
        ten_chu_quan=record.text("ten_chu_quan") or name,
        ky_hieu=record.text("ky_hieu"), dia_danh=record.text("dia_danh"), truc_thuoc=record.text("truc_thuoc"),
        cap_truong=record.text("cap_truong"), tap_the=record.text("tap_the"),
        nguoi_ky=tuple(map(_nguoi_ky, record.records("nguoi_ky"))),
        hieu_luc=_period(record), origin=record.origin("ma"),
    )


def _can_cu(record: Record) -> CanCu:
    return CanCu(
        ma=record.text("ma"), ten_loai=record.text("ten_loai"), trich_yeu=record.text("trich_yeu"),
        ngay_ban_hanh=record.date("ngay_ban_hanh") or _NOT_A_DATE, so_ky_hieu=record.text("so_ky_hieu"),
        co_quan_ban_hanh=record.text("co_quan_ban_hanh"), thay_the_boi=record.text("thay_the_boi"),
        hieu_luc=_period(record), origin=record.origin("ma"),
    )


def _chi_tieu(record: Record) -> ChiTieu:
    return ChiTieu(
        record.text("ma"), record.text("ten_goi"), record.text("don_vi_tinh"), record.number("so_le"),
        _period(record), record.origin("ma"),
    )


_MAKERS: dict[str, Callable[[Record], _Entry]] = {"co_quan": _co_quan, "can_cu": _can_cu, "chi_tieu": _chi_tieu}
