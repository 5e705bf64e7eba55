"""Typed data of `bang_bieu` → BangBieu."""

from collections.abc import Iterator, Mapping
from typing import get_args

from vanban.findings import finding
from vanban.model.expression import parse_relation
from vanban.model.grid import Align
from vanban.model.inline import NoteMark, Question, Run, shown_text
from vanban.model.running_text import Insert, Paragraph, Text
from vanban.model.table import ROW_WORDS, WRITTEN_OUT, BangBieu, CachTong, Cot, Entry, Hang, KieuO, QuanHe
from vanban.model.value import Amount
from vanban.numerals import parse_number
from vanban.readers.record import Record
from vanban.text import upper_first
from vanban.units import Length, Mm

# What stands in the cells of each column.
_Kinds = Mapping[str, KieuO]


def build_table(record: Record) -> BangBieu:
    """The table of one entry of `bang_bieu`; relations that cannot be read are findings of the record."""
    if record.text("bo_cuc") in ("", WRITTEN_OUT):
        record.need("cot", "hang")
    else:
        record.one_of(("bo_cuc",), ("cot", "hang", "danh_so", "danh_so_cot", "quan_he"))
    cot = tuple(_cot(each, blank=False) for each in record.records("cot"))
    kinds = {leaf.ma: leaf.kieu_o for each in cot for leaf in each.leaves}
    return BangBieu(
        ma=record.text("ma"),
        bo_cuc=record.text("bo_cuc") or WRITTEN_OUT,
        tieu_de=record.line("tieu_de"),
        danh_so=record.text("danh_so"),
        danh_so_cot=record.flag("danh_so_cot"),
        cot=cot,
        hang=tuple(_hang(row, kinds) for row in record.records("hang")),
        quan_he=tuple(_quan_he(record)),
        ghi_chu_cuoi=record.block("ghi_chu_cuoi"),
        origin=record.origin(),
    )


def _cot(record: Record, *, blank: bool) -> Cot:
    """A column; `blank`: whether a head above has left its cells to be filled in."""
    record.one_of(("cot",), ("ma",))
    record.one_of(("cot",), ("do_rong", "ty_le", "kieu_o", "canh_le", "tach", "gop_doc", "cach_tong"), needed=False)
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
        cach_tong=record.option("cach_tong", get_args(CachTong)),
        cot=tuple(_cot(below, blank=blank) for below in record.records("cot")),
        origin=record.origin(),
    )


def _do_rong(record: Record) -> Length | None:
    try:
        return Mm(float(parse_number(record.text("do_rong"))))
    except ValueError:
        return None


def _hang(record: Record, kinds: _Kinds) -> Hang:
    record.one_of(("nhom",), ("tong_cong", "chia_hang"), needed=False)
    record.one_of(("tong_cong",), ("chia_hang", "chia_theo"), needed=False)
    if "chia_theo" in record.data:
        record.need("gom")
    return Hang(
        entries=tuple(_entry(record, key, kinds) for key in record.data if key not in ROW_WORDS),
        nhom=record.line("nhom"),
        tong_cong=record.flag("tong_cong"),
        chia_theo=record.line("chia_theo"),
        chia_hang=tuple(_hang(part, kinds) for part in record.records("chia_hang")),
        gom=tuple(_hang(below, kinds) for below in record.records("gom")),
        de_trong=record.flag("de_trong"),
        danh_so=record.text("danh_so"),
        origin=record.origin(),
    )


def _entry(record: Record, key: str, kinds: _Kinds) -> Entry:
    """A cell: one line, or a literal block of several."""
    origin = record.origin(key)
    text = record.block(key) if record.is_block(key) else Text((Paragraph(record.line(key), origin=origin),))
    return Entry(key, text, origin, _value(text, kinds.get(key) == "so", origin))


def _value(text: Text, is_figure: bool, origin: int) -> Amount | None:
    """The number that stands in a cell, with or without the mark of a footnote; None for words, a blank, and a Figure,
    whose value is not known yet. In a column of figures words are a number that could not be read."""
    lines = [block for block in text.walk() if isinstance(block, Insert) or block.inlines]
    match lines:
        case []:
            return None
        case [Paragraph(inlines=inlines)] if all(isinstance(inline, Run | NoteMark) for inline in inlines):
            try:
                return Amount(parse_number(shown_text(inlines).strip()), inputs=(origin,))
            except ValueError:
                pass
        case [Paragraph(inlines=(Question(),))]:
            return Amount(None, state="chua_co", inputs=(origin,)) if is_figure else None
    return Amount(None, state="khong_doc_duoc", inputs=(origin,)) if is_figure else None


def _quan_he(record: Record) -> Iterator[QuanHe]:
    for text, origin in record.located_texts("quan_he"):
        try:
            yield QuanHe(*parse_relation(text), origin)
        except ValueError as error:
            said, _, advice = str(error).rpartition("; ")
            record.findings.append(finding(
                "S302", record.places[origin], f"Quan hệ {said}.", f"{upper_first(advice)}."
            ))
