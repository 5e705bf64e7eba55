"""A table of the tree → the entries of `bang_bieu`: its tree of columns, its tree of rows, what is said below it."""

from dataclasses import replace

from vanban.model.expression import source
from vanban.model.places import NOWHERE
from vanban.model.running_text import Paragraph, Text
from vanban.model.table import WRITTEN_OUT, BangBieu, Cot, Entry, Hang
from vanban.writers.to_yaml.emit import Entries, Value
from vanban.writers.to_yaml.inline import inline_source
from vanban.writers.to_yaml.parts import block, filled, listing, millimetres, texts


def table_entries(table: BangBieu) -> Entries:
    """One entry of `bang_bieu`. What a layout has written out from records, what was filled into total rows and what
    was drawn is not written."""
    is_typed = table.bo_cuc == WRITTEN_OUT
    return filled(
        ma=table.ma,
        bo_cuc="" if is_typed else table.bo_cuc,
        tieu_de=inline_source(table.tieu_de),
        danh_so=table.danh_so if is_typed else "",
        danh_so_cot=table.danh_so_cot,
        cot=listing(map(_column, table.cot if is_typed else ())),
        hang=listing(map(_row, table.hang if is_typed else ())),
        quan_he=texts(f"{relation.cot} = {source(relation.bieu_thuc)}" for relation in table.quan_he),
        ghi_chu_cuoi=block(_typed_notes(table)),
    )


def _typed_notes(table: BangBieu) -> Text:
    """The notes below without those that are composed of a relation, which have the origin of that."""
    composed = {relation.origin for relation in table.quan_he} - {NOWHERE}
    notes = table.ghi_chu_cuoi
    return replace(notes, blocks=tuple(block for block in notes.blocks if block.origin not in composed))


def _column(cot: Cot, blank: bool = False) -> Entries:
    """`blank`: a head above has said that the cells are left out to be filled in."""
    return filled(
        ma=cot.ma,
        tieu_de=inline_source(cot.tieu_de),
        do_rong=millimetres(cot.do_rong),
        ty_le=cot.ty_le if cot.ty_le != 1 else 0,
        kieu_o=cot.kieu_o if cot.kieu_o != "chu" else "",
        canh_le=cot.canh_le or "",
        de_trong=cot.de_trong and not blank,
        tach=cot.tach if cot.tach != 1 else 0,
        gop_doc=cot.gop_doc,
        cach_tong=cot.cach_tong or "",
        cot=listing(_column(below, blank or cot.de_trong) for below in cot.cot),
    )


def _row(row: Hang) -> Entries:
    cells = {entry.cot: cell for entry in row.entries if (cell := _cell(entry))}
    return cells | filled(
        nhom=inline_source(row.nhom),
        tong_cong=row.tong_cong,
        danh_so=row.danh_so,
        de_trong=row.de_trong,
        chia_theo=inline_source(row.chia_theo),
        chia_hang=listing(map(_row, row.chia_hang)),
        gom=listing(map(_row, row.gom)),
    )


def _cell(entry: Entry) -> Value | None:
    """One line, in which no sign begins a line; else a literal block."""
    match entry.noi_dung:
        case Text((Paragraph(inlines, ""),), ()):
            return inline_source(inlines) or None
    return block(entry.noi_dung)
