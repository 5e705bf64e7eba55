"""The body of a document → paragraphs and tables, in the order of print."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.grid import Cell, Grid
from vanban.model.inline import Line, Run
from vanban.model.picture import Hinh
from vanban.model.running_text import Block, Insert, Item, Paragraph, Sign, Text
from vanban.model.table import BangBieu
from vanban.writers.to_docx.inlines import ended, runs
from vanban.writers.to_docx.ooxml import FREE, KEEP_NEXT, paragraph, run
from vanban.writers.to_docx.pictures import drawing
from vanban.writers.to_docx.table import table

_ITEMS: dict[Sign, str] = {
    "khoan": "VB_Khoan", "diem": "VB_Diem", "liet_ke": "VB_LietKe", "gach": "VB_Gach", "cong": "VB_Cong"
}
_PICTURE, _CAPTION = "VB_Hinh", "VB_HinhTen"
# What `@chen` places.
_Placed = BangBieu | Hinh


# Where a title may break by sense.
_BREAK = re.compile(r" *\| *")


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
    """A paragraph to be: its style, a mark or a drawing already written, the line behind it.

    Not frozen, for then the walk over a body would take half as long again; nobody changes it.
    """

    style: str
    line: Line = ()
    mark: str = ""
    capitals: bool = False
    structure: str = ""

    def xml(self, structure: str = "") -> str:
        return paragraph(self.style, self.mark + runs(self.line, upper=self.capitals), structure or self.structure)


def body(van_ban: VanBan, end_mark: str, below_table: str) -> list[Para | Grid]:
    """Paragraphs and tables of the body; the last paragraph ends with `end_mark`, a last table with `below_table`.

    Below a table the mark is a last row without borders: as a paragraph it could open a page of its own. Below a
    picture it is a paragraph that stays with the picture.
    """
    out: list[Para | Grid] = []
    placed = van_ban.bang_bieu + van_ban.hinh
    _text(out, van_ban.mo_dau, placed)
    for node in van_ban.de_muc:
        _node(out, node)
    _unplaced(out, placed, van_ban.mo_dau, van_ban.noi_dung_cuoi)
    _text(out, van_ban.noi_dung_cuoi, placed)
    last = out.pop() if out else Para("VB_NoiDung")
    if isinstance(last, Para) and last.style not in (_PICTURE, _CAPTION):
        return [*out, replace(last, line=ended(last.line, end_mark))]
    if not below_table:
        return [*out, last]
    if isinstance(last, Grid):
        return [*out, _ended_table(last, below_table)]
    return [*out, replace(last, structure=KEEP_NEXT), Para("VB_KetThuc", (Run(below_table),))]


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
    placed = node.bang_bieu + node.hinh
    if node.tieu_de:
        _heading(out, node)
        _text(out, node.noi_dung, placed)
    else:
        _run_in(out, node, placed)
    for child in node.de_muc:
        _node(out, child)
    _unplaced(out, placed, node.noi_dung, node.noi_dung_cuoi)
    _text(out, node.noi_dung_cuoi, placed)


def _heading(out: list[Para | Grid], node: DeMuc) -> None:
    heading = _HEADINGS[node.step]
    title = _title(node.tieu_de, "\n" if heading.centred else " ")
    if heading.centred and not node.mark:
        out.append(Para("VB_Phan", title))
        return
    if heading.centred:
        out.append(Para("VB_Phan", mark=_mark(node.mark)))
    mark = "" if heading.centred or not node.mark else _mark(f"{node.mark} ")
    # A heading with nothing below has nothing to keep with: a list of such would move from page to page as one.
    out.append(Para(heading.titled, title, mark, heading.capitals, FREE if node.is_bare else ""))


def _title(line: Line, instead: str) -> Line:
    """A title with `instead` of the marks (|) of where it may break by sense."""
    if not any(isinstance(inline, Run) and "|" in inline.text for inline in line):
        return line
    return tuple(
        replace(inline, text=_BREAK.sub(instead, inline.text)) if isinstance(inline, Run) else inline for inline in line
    )


def _run_in(out: list[Para | Grid], node: DeMuc, placed: tuple[_Placed, ...]) -> None:
    """The mark and the first paragraph as one, then the rest of the text."""
    heading = _HEADINGS[node.step]
    first, rest = _first_paragraph(node.noi_dung)
    # Before words in bold the mark is bold too: "4. Sở Tài chính: …".
    face = heading.run_in_mark or ("VB_Dam" if first and isinstance(first[0], Run) and first[0].bold else "")
    mark = _mark(f"{node.mark} ", face) if node.mark else ""
    out.append(Para(heading.run_in, first, mark))
    _text(out, rest, placed)


def _first_paragraph(text: Text) -> tuple[Line, Text]:
    if text.blocks and isinstance(first := text.blocks[0], Paragraph):
        return first.inlines, replace(text, blocks=text.blocks[1:])
    return (), text


def _leading(line: Line) -> str:
    """What keeps a line that leads in others ("… gồm:") with the first of them."""
    return KEEP_NEXT if line and isinstance(last := line[-1], Run) and last.text.endswith(":") else ""


@lru_cache(maxsize=256)
def _mark(words: str, face: str = "") -> str:
    """The run of a mark. A document has the same few again and again: dashes, letters, small numbers."""
    return run(words, face)


def _text(out: list[Para | Grid], text: Text, placed: tuple[_Placed, ...]) -> None:
    for block in text.blocks:
        _block(out, block, placed)


def _block(out: list[Para | Grid], block: Block, placed: tuple[_Placed, ...]) -> None:
    match block:
        case Paragraph():
            out.append(Para("VB_NoiDung", block.inlines, structure=_leading(block.inlines)))
        case Item():
            out.append(
                Para(_ITEMS[block.sign], block.inlines, _mark(f"{block.mark} "), structure=_leading(block.inlines))
            )
            for inner in (*block.paragraphs, *block.items):
                _block(out, inner, placed)
        case Insert():
            _place(out, next(each for each in placed if each.ma == block.ma))


def _unplaced(out: list[Para | Grid], placed: tuple[_Placed, ...], *texts: Text) -> None:
    """The tables and pictures that no `@chen` in `texts` has placed."""
    if not placed:
        return
    inserted = {ma for text in texts for ma in text.inserted()}
    for each in placed:
        if each.ma not in inserted:
            _place(out, each)


def _place(out: list[Para | Grid], placed: _Placed) -> None:
    if isinstance(placed, Hinh):
        _picture(out, placed)
    else:
        _table(out, placed)


def _picture(out: list[Para | Grid], hinh: Hinh) -> None:
    """The picture, and below it the caption that it keeps with."""
    out.append(Para(_PICTURE, mark=drawing(hinh), structure="" if hinh.tieu_de else FREE))
    if hinh.tieu_de:
        out.append(Para(_CAPTION, hinh.tieu_de, run(f"{hinh.words}. ")))


def _table(out: list[Para | Grid], bang_bieu: BangBieu) -> None:
    if bang_bieu.tieu_de:
        out.append(Para("VB_BangTen", bang_bieu.tieu_de))
    elif out:
        out.append(Para("VB_TruocBang"))  # also keeps two tables apart, which Word would make one
    if bang_bieu.grid is None:
        raise ValueError(f"table {bang_bieu.ma!r} reached the writer without a grid")
    out.append(bang_bieu.grid)
    for block in bang_bieu.ghi_chu_cuoi.walk():
        if isinstance(block, Item):
            out.append(Para("VB_BangGhiChu", block.inlines, run(f"{block.mark} ")))
        elif isinstance(block, Paragraph):
            out.append(Para("VB_BangGhiChu", block.inlines))
