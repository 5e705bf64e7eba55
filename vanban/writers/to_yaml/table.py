"""A table of the tree → the entries of `bang_bieu`: its tree of columns, its tree of rows, what is said below it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from vanban.model.column_labels import FIRST_LABEL
from vanban.model.expression import source
from vanban.model.places import NOWHERE
from vanban.model.running_text import Paragraph, Text
from vanban.model.table import WRITTEN_OUT, BangBieu, Cot, Entry, Hang
from vanban.writers.to_yaml.by_kind import Entries, Writer
from vanban.writers.to_yaml.emit import Value
from vanban.writers.to_yaml.inline import inline_source
from vanban.writers.to_yaml.parts import block, texts


def _table(writer: Writer, table: BangBieu) -> Entries:
    """What a layout has written out from records, what was filled into total rows and what was drawn is not written."""
    labels = table.danh_so_cot
    said: Entries = {
        "danh_so_cot": (True if labels == FIRST_LABEL else " / ".join(labels)) if labels else None,
        "quan_he": texts(f"{relation.cot} = {source(relation.bieu_thuc)}" for relation in table.quan_he),
        "ghi_chu_cuoi": block(_typed_notes(table)),
    }
    if table.bo_cuc != WRITTEN_OUT:
        return said | {"danh_so": None, "danh_so_cot": None, "cot": None, "hang": None}
    if table.has_others_columns:
        return said | {"cot": None}
    columns, rows = table.typed or (table.cot, table.hang)
    said["cot"] = writer.nodes(tuple(_typed(column, is_blank=False) for column in columns), "cot")
    return said | ({"hang": writer.nodes(rows, "hang")} if table.typed else {})


def _typed_notes(table: BangBieu) -> Text:
    """The notes below without those that are composed: of a relation, which have the origin of that, and of what the
    totals of the table lack, which have its own."""
    composed = {table.origin, *(relation.origin for relation in table.quan_he)} - {NOWHERE}
    notes = table.ghi_chu_cuoi
    return replace(notes, blocks=tuple(block for block in notes.blocks if block.origin not in composed))


def _typed(column: Cot, *, is_blank: bool) -> Cot:
    """`is_blank`: a head above has said that the cells are left out to be filled in."""
    below = tuple(_typed(each, is_blank=is_blank or column.de_trong) for each in column.cot)
    return replace(column, de_trong=column.de_trong and not is_blank, cot=below)


def _row(writer: Writer, row: Hang) -> Entries:
    """Its cells; the rest follows its keys."""
    return {entry.cot: cell for entry in row.entries if (cell := _cell(entry))}


def _cell(entry: Entry) -> Value | None:
    """One line, in which no sign begins a line; else a literal block."""
    match entry.noi_dung:
        case Text((Paragraph(inlines, ""),), ()):
            return inline_source(inlines) or None
    return block(entry.noi_dung)


# How what a table holds is written, for the writer of documents.
TABLE_MADE: Mapping[type[Any], Callable[[Writer, Any], Entries]] = {BangBieu: _table, Hang: _row}
