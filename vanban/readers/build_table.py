"""Typed data of `bang_bieu` → BangBieu."""

from collections.abc import Iterator
from typing import get_args

from vanban.findings import finding
from vanban.model.expression import parse_relation
from vanban.model.grid import Align
from vanban.model.running_text import Paragraph, Text
from vanban.model.table import WRITTEN_OUT, BangBieu, Cot, Entry, Hang, KieuO, QuanHe
from vanban.numerals import parse_number
from vanban.readers.record import Record
from vanban.text import upper_first
from vanban.units import Length, Mm

# What a row may say besides its cells: no column is called so.
ROW_WORDS = frozenset({"nhom", "gom", "tong_cong", "chia_theo", "chia_hang", "de_trong", "danh_so"})


def build_table(record: Record) -> BangBieu:
    """The table of one entry of `bang_bieu`; relations that cannot be read are findings of the record."""
    if record.text("bo_cuc") in ("", WRITTEN_OUT):
        record.need("cot", "hang")
    else:
        record.one_of(("bo_cuc",), ("cot", "hang", "danh_so", "danh_so_cot", "quan_he"))
    return BangBieu(
        ma=record.text("ma"),
        bo_cuc=record.text("bo_cuc") or WRITTEN_OUT,
        tieu_de=record.line("tieu_de"),
        danh_so=record.text("danh_so"),
        danh_so_cot=record.flag("danh_so_cot"),
        cot=tuple(_cot(cot, blank=False) for cot in record.records("cot")),
        hang=tuple(map(_hang, record.records("hang"))),
        quan_he=tuple(_quan_he(record)),
        ghi_chu_cuoi=record.block("ghi_chu_cuoi"),
        origin=record.origin(),
    )


def _cot(record: Record, *, blank: bool) -> Cot:
    """A column; `blank`: whether a head above has left its cells to be filled in."""
    record.one_of(("cot",), ("ma",))
    record.one_of(("cot",), ("do_rong", "ty_le", "kieu_o", "canh_le", "tach", "gop_doc"), needed=False)
    record.one_of(("tach",), ("gop_doc",), needed=False)
    blank = blank or record.flag("de_trong")
    return Cot(
        ma=record.id("ma"),
        tieu_de=record.line("tieu_de"),
        do_rong=_do_rong(record),
        ty_le=record.number("ty_le") or 1,
        kieu_o=record.choice("kieu_o", get_args(KieuO)),
        canh_le=record.option("canh_le", get_args(Align)),
        de_trong=blank,
        tach=record.number("tach") or 1,
        gop_doc=record.flag("gop_doc"),
        cot=tuple(_cot(below, blank=blank) for below in record.records("cot")),
        origin=record.origin(),
    )


def _do_rong(record: Record) -> Length | None:
    try:
        return Mm(float(parse_number(record.text("do_rong"))))
    except ValueError:
        return None


def _hang(record: Record) -> Hang:
    record.one_of(("nhom",), ("tong_cong", "chia_hang"), needed=False)
    record.one_of(("tong_cong",), ("chia_hang", "chia_theo"), needed=False)
    if "chia_theo" in record.data:
        record.need("gom")
    return Hang(
        entries=tuple(_entry(record, key) for key in record.data if key not in ROW_WORDS),
        nhom=record.line("nhom"),
        tong_cong=record.flag("tong_cong"),
        chia_theo=record.line("chia_theo"),
        chia_hang=tuple(map(_hang, record.records("chia_hang"))),
        gom=tuple(map(_hang, record.records("gom"))),
        de_trong=record.flag("de_trong"),
        danh_so=record.text("danh_so"),
        origin=record.origin(),
    )


def _entry(record: Record, key: str) -> Entry:
    """A cell: one line, or a literal block of several."""
    if record.is_block(key):
        return Entry(key, record.block(key), record.origin(key))
    origin = record.origin(key)
    return Entry(key, Text((Paragraph(record.line(key), origin=origin),)), origin)


def _quan_he(record: Record) -> Iterator[QuanHe]:
    for text, origin in record.located_texts("quan_he"):
        try:
            yield QuanHe(*parse_relation(text), origin)
        except ValueError as error:
            said, _, advice = str(error).rpartition("; ")
            record.findings.append(finding(
                "S302", record.places[origin], f"Quan hệ {said}.", f"{upper_first(advice)}."
            ))
