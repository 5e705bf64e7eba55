"""Typed data of `bang_bieu` → BangBieu."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from vanban.findings import finding
from vanban.model.column_labels import FIRST_LABEL, parse_labels
from vanban.model.expression import parse_relation
from vanban.model.inline import NoteMark, Question, Run, shown_text
from vanban.model.period_range import periods_between
from vanban.model.rebuild import rebuilt
from vanban.model.running_text import Insert, Paragraph, Text
from vanban.model.table import ROW_WORDS, WRITTEN_OUT, BangBieu, Cot, Entry, Hang, KieuO, QuanHe
from vanban.model.value import Amount
from vanban.numerals import parse_number
from vanban.readers.by_kind import Builder, Maker
from vanban.readers.record import Record
from vanban.text import upper_first

# What stands in the cells of each column.
_Kinds = Mapping[str, KieuO]


def _check_table(record: Record) -> None:
    """Tells of a table that has neither columns nor a layout, or both."""
    if record.text("bo_cuc") in ("", WRITTEN_OUT):
        record.one_of(("cot_nhu",), ("cot",))
        record.need("hang")
    else:
        record.one_of(("bo_cuc",), ("cot", "cot_nhu", "hang", "danh_so", "danh_so_cot", "quan_he"))


def _check_column(record: Record) -> None:
    if "moi_ky" not in record.data or "cot" in record.data:
        record.one_of(("cot",), ("ma",))
    _check_range(record)
    record.one_of(("cot",), ("do_rong", "ty_le", "kieu_o", "canh_le", "tach", "gop_doc", "cach_tong"), needed=False)
    record.one_of(("tach",), ("gop_doc",), needed=False)


def _check_row(record: Record) -> None:
    record.one_of(("nhom",), ("tong_cong", "chia_hang"), needed=False)
    record.one_of(("tong_cong",), ("chia_hang", "chia_theo"), needed=False)
    if "chia_theo" in record.data:
        record.need("gom")
    record.one_of(("go_tay",), ("so_lieu", "cua_don_vi", "trong_ky", "moi_don_vi", "moi_ky"), needed=False)
    _check_range(record)


def _check_range(record: Record) -> None:
    """Tells of a range of periods that is none."""
    record.one_of(("moi_ky",), ("moi_don_vi", "trong_ky"), needed=False)
    try:
        _periods(record)
    except ValueError as error:
        said, _, advice = str(error).rpartition("; ")
        record.findings.append(finding(
            "D241", record.source.place((*record.path, "moi_ky")), f"{upper_first(said)}.", f"{upper_first(advice)}."))


def _periods(record: Record) -> tuple[str, ...]:
    """The periods for each of which a column or a row stands; () where it stands once. Raises ValueError for none."""
    stated = record.data.get("moi_ky")
    if not isinstance(stated, dict) or not {"tu_ky", "den_ky"} <= stated.keys():  # which the schema has told
        return ()
    return periods_between(str(stated["tu_ky"]), str(stated["den_ky"]))


def _columns(builder: Builder, record: Record) -> tuple[Cot, ...]:
    """The columns below a head that leaves its cells to be filled in leave theirs."""
    below = builder.nodes(record, "cot", Cot, "cot")
    return tuple(map(_blank, below)) if record.flag("de_trong") else below


def _blank(column: Cot) -> Cot:
    return replace(column, de_trong=True, cot=tuple(map(_blank, column.cot)))


def _rows(builder: Builder, record: Record) -> tuple[Hang, ...]:
    """The rows of a table, whose cells are read as their columns say."""
    kinds = dict(_kinds(record.records("cot")))

    def cells(_: Builder, row: Record) -> tuple[Entry, ...]:
        return tuple(_entry(row, key, kinds) for key in row.data if key not in ROW_WORDS)

    reading_cells = replace(builder, made={**builder.made, Hang: {"entries": cells}})
    return reading_cells.nodes(record, "hang", Hang, "hang")


def with_columns(table: BangBieu, columns: tuple[Cot, ...]) -> BangBieu:
    """A table with columns of which it was not known when its cells were read."""
    figures = {leaf.ma for cot in columns for leaf in cot.leaves if leaf.kieu_o == "so"}

    def valued(entry: Entry) -> Entry:
        return replace(entry, value=_value(entry.noi_dung, entry.cot in figures, entry.origin))

    return replace(table, cot=columns, has_others_columns=True, hang=rebuilt(table.hang, {Entry: valued}))


def _column_labels(builder: Builder, record: Record) -> tuple[str, ...]:
    """The first labels of columns; those that the schema has refused are none."""
    stated = record.data.get("danh_so_cot")
    if isinstance(stated, bool):
        return FIRST_LABEL if stated else ()
    try:
        return parse_labels(stated) if isinstance(stated, str) else ()
    except ValueError:
        return ()


def _kinds(columns: Iterable[Record], above: Sequence[str] = ("",)) -> Iterator[tuple[str, KieuO]]:
    """By the ids of columns, those for each period of a range too; `above`: what stands behind their own id."""
    for column in columns:
        kind, periods = column.choice("kieu_o", get_args(KieuO), "chu"), _stated_periods(column)
        names = ["_".join(filter(None, (name, ky))) for name in above for ky in periods or ("",)]
        for name in names:
            yield "_".join(filter(None, (column.text("ma"), name))), kind
        yield from _kinds(column.records("cot"), names)


def _stated_periods(column: Record) -> tuple[str, ...]:
    try:
        return _periods(column)
    except ValueError:  # which has been told
        return ()


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
    if is_figure and any(isinstance(each, Question) for block in lines if not isinstance(block, Insert)
                         for each in block.inlines):
        return Amount(None, state="chua_co", inputs=(origin,))
    return Amount(None, state="khong_doc_duoc", inputs=(origin,)) if is_figure else None


def _quan_he(record: Record) -> Iterator[QuanHe]:
    """The relations that can be read; the others are findings of the record."""
    for text, origin in record.located_texts("quan_he"):
        try:
            yield QuanHe(*parse_relation(text), origin)
        except ValueError as error:
            said, _, advice = str(error).rpartition("; ")
            record.findings.append(finding(
                "S302", record.places[origin], f"Quan hệ {said}.", f"{upper_first(advice)}."
            ))


# How what a table holds is made and checked, for the builder of documents.
TABLE_MADE: Mapping[type[Any], Mapping[str, Maker]] = {
    BangBieu: {
        "hang": _rows, "quan_he": lambda _, record: tuple(_quan_he(record)), "danh_so_cot": _column_labels,
    },
    # In two columns, whatever else was typed and refused.
    Cot: {"cot": _columns, "tach": lambda _, record: 2 if (record.number("tach") or 1) > 1 else 1},
}
TABLE_CHECKS: Mapping[type[Any], Callable[[Record], None]] = {
    BangBieu: _check_table, Cot: _check_column, Hang: _check_row,
}
