"""The body of a document → paragraphs and tables, in the order of print."""

from dataclasses import dataclass, replace
from functools import lru_cache

from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.grid import Cell, Grid
from vanban.model.inline import Line, Run
from vanban.model.running_text import Block, Insert, Item, Paragraph, Sign, Text
from vanban.model.table import BangBieu
from vanban.writers.to_docx.inlines import ended, runs
from vanban.writers.to_docx.ooxml import FREE, paragraph, run
from vanban.writers.to_docx.table import table

_ITEMS: dict[Sign, str] = {
    "khoan": "VB_Khoan", "diem": "VB_Diem", "liet_ke": "VB_LietKe", "gach": "VB_Gach", "cong": "VB_Cong"
}


@dataclass(frozen=True, slots=True)
class _Heading:
    """How a step of a scheme prints.

    titled    style of a heading that has a title
    run_in    style of one whose text runs on behind the mark, and the character style of that mark
    capitals  the title is written in capitals
    centred   the mark stands on a line of its own above the title, both centred
    """

    titled: str
    run_in: str = "VB_Khoan"
    run_in_mark: str = ""
    capitals: bool = False
    centred: bool = False


_PHAN = _Heading("VB_PhanTieuDe", capitals=True, centred=True)
_MUC = _Heading("VB_Muc", capitals=True)
_HEADINGS = {
    "Phần thứ nhất": _PHAN, "Phần I": _PHAN, "Chương I": _PHAN, "Mục 1": _PHAN, "Tiểu mục 1": _PHAN,
    "A.": _MUC, "I.": _MUC,
    "1.": _Heading("VB_KhoanTieuDe"),
    "1.1.": _Heading("VB_KhoanTieuDeCon"), "1.1.1.": _Heading("VB_KhoanTieuDeCon"),
    "a)": _Heading("VB_DiemTieuDe", run_in="VB_Diem"),
    "Điều 1.": _Heading("VB_DieuTieuDe", run_in="VB_Dieu", run_in_mark="VB_SoDieu"),
    "không số": _Heading("VB_KhoanTieuDe", run_in="VB_NoiDung"),
}


@dataclass(slots=True)
class Para:
    """A paragraph to be: its style, a mark already written, the line behind it.

    Not frozen, for then the walk over a body would take half as long again; nobody changes it.
    """

    style: str
    line: Line = ()
    mark: str = ""
    capitals: bool = False
    structure: str = ""

    def xml(self, structure: str = "") -> str:
        return paragraph(self.style, self.mark + runs(self.line, upper=self.capitals), structure or self.structure)


def body(van_ban: VanBan, end_mark: str) -> list[Para | Grid]:
    """Paragraphs and tables of the body; the last paragraph ends with `end_mark`.

    Below a table the mark is a last row without borders: as a paragraph it could open a page of its own.
    """
    out: list[Para | Grid] = []
    _text(out, van_ban.mo_dau, van_ban.bang_bieu)
    for node in van_ban.de_muc:
        _node(out, node)
    _tables(out, van_ban.bang_bieu, van_ban.mo_dau, van_ban.noi_dung_cuoi)
    _text(out, van_ban.noi_dung_cuoi, van_ban.bang_bieu)
    last = out.pop() if out else Para("VB_NoiDung")
    if isinstance(last, Para):
        return [*out, replace(last, line=ended(last.line, end_mark))]
    return [*out, _ended_table(last, end_mark)]


def _ended_table(grid: Grid, end_mark: str) -> Grid:
    end = Cell(((Run(end_mark),),), columns=len(grid.widths), role="ket_thuc")
    return replace(grid, rows=(*grid.rows, (end,)), keep=grid.keep | {len(grid.rows) - 1})


def body_xml(parts: list[Para | Grid], last: str = "") -> str:
    """The XML of a body; `last` is the structure that its last paragraph carries (keepNext, a section). Behind a
    table that is an empty one, too small to open a page."""
    *before, end = parts
    closing = end.xml(last) if isinstance(end, Para) else table(end) + paragraph("VB_CuoiTrang", "", last)
    return "".join(map(_xml, before)) + closing


def _xml(part: Para | Grid) -> str:
    return part.xml() if isinstance(part, Para) else table(part)


def _node(out: list[Para | Grid], node: DeMuc) -> None:
    if node.tieu_de:
        _heading(out, node)
        _text(out, node.noi_dung, node.bang_bieu)
    else:
        _run_in(out, node)
    for child in node.de_muc:
        _node(out, child)
    _tables(out, node.bang_bieu, node.noi_dung, node.noi_dung_cuoi)
    _text(out, node.noi_dung_cuoi, node.bang_bieu)


def _heading(out: list[Para | Grid], node: DeMuc) -> None:
    heading = _HEADINGS[node.step]
    if heading.centred and not node.mark:
        out.append(Para("VB_Phan", node.tieu_de))
        return
    if heading.centred:
        out.append(Para("VB_Phan", mark=_mark(node.mark)))
    mark = "" if heading.centred or not node.mark else _mark(f"{node.mark} ")
    # A heading with nothing below has nothing to keep with: a list of such would move from page to page as one.
    out.append(Para(heading.titled, node.tieu_de, mark, heading.capitals, FREE if node.is_bare else ""))


def _run_in(out: list[Para | Grid], node: DeMuc) -> None:
    """The mark and the first paragraph as one, then the rest of the text."""
    heading = _HEADINGS[node.step]
    first, rest = _first_paragraph(node.noi_dung)
    mark = _mark(f"{node.mark} ", heading.run_in_mark) if node.mark else ""
    out.append(Para(heading.run_in, first, mark))
    _text(out, rest, node.bang_bieu)


def _first_paragraph(text: Text) -> tuple[Line, Text]:
    if text.blocks and isinstance(first := text.blocks[0], Paragraph):
        return first.inlines, replace(text, blocks=text.blocks[1:])
    return (), text


@lru_cache(maxsize=256)
def _mark(words: str, face: str = "") -> str:
    """The run of a mark. A document has the same few again and again: dashes, letters, small numbers."""
    return run(words, face)


def _text(out: list[Para | Grid], text: Text, tables: tuple[BangBieu, ...]) -> None:
    for block in text.blocks:
        _block(out, block, tables)


def _block(out: list[Para | Grid], block: Block, tables: tuple[BangBieu, ...]) -> None:
    match block:
        case Paragraph():
            out.append(Para("VB_NoiDung", block.inlines))
        case Item():
            out.append(Para(_ITEMS[block.sign], block.inlines, _mark(f"{block.mark} ")))
            for inner in (*block.paragraphs, *block.items):
                _block(out, inner, tables)
        case Insert():
            _table(out, next(each for each in tables if each.ma == block.ma))


def _tables(out: list[Para | Grid], tables: tuple[BangBieu, ...], *texts: Text) -> None:
    """The tables that no `@chen` in `texts` has placed."""
    if not tables:
        return
    placed = {ma for text in texts for ma in text.inserted()}
    for each in tables:
        if each.ma not in placed:
            _table(out, each)


def _table(out: list[Para | Grid], bang_bieu: BangBieu) -> None:
    if bang_bieu.tieu_de:
        out.append(Para("VB_BangTen", bang_bieu.tieu_de))
    elif out and isinstance(out[-1], Grid):
        out.append(Para("VB_CuoiTrang"))  # two tables that touch become one in Word
    if bang_bieu.grid is None:
        raise ValueError(f"table {bang_bieu.ma!r} reached the writer without a grid")
    out.append(bang_bieu.grid)
    for block in bang_bieu.ghi_chu_cuoi.walk():
        if isinstance(block, Item):
            out.append(Para("VB_BangGhiChu", block.inlines, run(f"{block.mark} ")))
        elif isinstance(block, Paragraph):
            out.append(Para("VB_BangGhiChu", block.inlines))
