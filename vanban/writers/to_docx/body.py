"""The body of a document → one list of paragraphs and tables, in the order of print."""

from dataclasses import replace

from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.grid import Cell, Grid
from vanban.model.inline import Line, Run
from vanban.model.picture import Hinh
from vanban.model.printed import Keep, Para, Part
from vanban.model.running_text import Block, Insert, Item, Paragraph, Sign, Text
from vanban.model.table import BangBieu
from vanban.text import without_end
from vanban.writers.to_docx.headings import run_in, titled

_ITEMS: dict[Sign, str] = {
    "khoan": "VB_Khoan", "diem": "VB_Diem", "liet_ke": "VB_LietKe", "gach": "VB_Gach", "cong": "VB_Cong"
}
_PICTURE, _CAPTION = "VB_Hinh", "VB_HinhTen"
# What `@chen` places.
_Placed = BangBieu | Hinh


def body(van_ban: VanBan, end_mark: str, below_table: str) -> list[Part]:
    """Paragraphs and tables of the body; the last paragraph ends with `end_mark`, a last table with `below_table`.

    Below a table the mark is a last row without borders: as a paragraph it could open a page of its own. Below a
    picture it is a paragraph that stays with the picture.
    """
    out: list[Part] = []
    placed = van_ban.bang_bieu + van_ban.hinh
    _text(out, van_ban.mo_dau, placed)
    for node in van_ban.de_muc:
        _node(out, node)
    _unplaced(out, placed, van_ban.mo_dau, van_ban.noi_dung_cuoi)
    _text(out, van_ban.noi_dung_cuoi, placed)
    last = out.pop() if out else Para("VB_NoiDung", origin=van_ban.origin)
    if isinstance(last, Para) and last.style not in (_PICTURE, _CAPTION):
        return [*out, replace(last, line=_ended(last.line, end_mark))]
    if not below_table:
        return [*out, last]
    if isinstance(last, Grid):
        return [*out, _ended_table(last, below_table)]
    end = Para("VB_KetThuc", (Run(below_table),), origin=last.origin)
    return [*out, replace(last, keep="next"), end]


def _ended(line: Line, mark: str) -> Line:
    """`line` closed by `mark` in place of whatever punctuation was typed there, the mark itself included."""
    *before, last = line or (Run(""),)
    if isinstance(last, Run):
        return (*before, Run(without_end(last.text, mark) + mark, last.bold, last.italic))
    return (*line, Run(mark))


def _ended_table(grid: Grid, end_mark: str) -> Grid:
    end = Cell(((Run(end_mark),),), columns=len(grid.widths), role="ket_thuc", origin=grid.origin)
    return replace(grid, rows=(*grid.rows, (end,)), keep=grid.keep | {len(grid.rows) - 1})


def _node(out: list[Part], node: DeMuc) -> None:
    placed = node.bang_bieu + node.hinh
    if node.tieu_de:
        out += titled(node)
        _text(out, node.noi_dung, placed)
    else:
        _run_in(out, node, placed)
    for child in node.de_muc:
        _node(out, child)
    _unplaced(out, placed, node.noi_dung, node.noi_dung_cuoi)
    _text(out, node.noi_dung_cuoi, placed)


def _run_in(out: list[Part], node: DeMuc, placed: tuple[_Placed, ...]) -> None:
    """The mark and the first paragraph as one, then the rest of the text."""
    text = node.noi_dung
    if text.blocks and isinstance(first := text.blocks[0], Paragraph):
        out.append(run_in(node, first.inlines, first.origin))
        _text(out, replace(text, blocks=text.blocks[1:]), placed)
    else:
        out.append(run_in(node, (), node.origin))
        _text(out, text, placed)


def _leading(line: Line) -> Keep:
    """What keeps a line that leads in others ("… gồm:") with the first of them."""
    return "next" if line and isinstance(last := line[-1], Run) and last.text.endswith(":") else ""


def _text(out: list[Part], text: Text, placed: tuple[_Placed, ...]) -> None:
    for block in text.blocks:
        _block(out, block, placed)


def _block(out: list[Part], block: Block, placed: tuple[_Placed, ...]) -> None:
    match block:
        case Paragraph():
            out.append(Para("VB_NoiDung", block.inlines, None, False, _leading(block.inlines), block.origin))
        case Item():
            mark = (f"{block.mark} ", "")
            out.append(Para(_ITEMS[block.sign], block.inlines, mark, False, _leading(block.inlines), block.origin))
            for inner in (*block.paragraphs, *block.items):
                _block(out, inner, placed)
        case Insert():
            _place(out, next(each for each in placed if each.ma == block.ma))


def _unplaced(out: list[Part], placed: tuple[_Placed, ...], *texts: Text) -> None:
    """The tables and pictures that no `@chen` in `texts` has placed."""
    if not placed:
        return
    inserted = {ma for text in texts for ma in text.inserted()}
    for each in placed:
        if each.ma not in inserted:
            _place(out, each)


def _place(out: list[Part], placed: _Placed) -> None:
    if isinstance(placed, Hinh):
        _picture(out, placed)
    else:
        _table(out, placed)


def _picture(out: list[Part], hinh: Hinh) -> None:
    """The picture, and below it the caption that it keeps with."""
    out.append(Para(_PICTURE, keep="" if hinh.tieu_de else "free", origin=hinh.origin, picture=hinh))
    if hinh.tieu_de:
        out.append(Para(_CAPTION, hinh.tieu_de, (f"{hinh.words}. ", ""), origin=hinh.origin))


def _table(out: list[Part], bang_bieu: BangBieu) -> None:
    if bang_bieu.tieu_de:
        out.append(Para("VB_BangTen", bang_bieu.tieu_de, origin=bang_bieu.origin))
    elif out:
        # Also keeps two tables apart, which Word would make one.
        out.append(Para("VB_TruocBang", origin=bang_bieu.origin))
    if bang_bieu.grid is None:
        raise ValueError(f"table {bang_bieu.ma!r} reached the writer without a grid")
    out.append(bang_bieu.grid)
    for block in bang_bieu.ghi_chu_cuoi.walk():
        if isinstance(block, Item):
            out.append(Para("VB_BangGhiChu", block.inlines, (f"{block.mark} ", ""), origin=block.origin))
        elif isinstance(block, Paragraph):
            out.append(Para("VB_BangGhiChu", block.inlines, origin=block.origin))
