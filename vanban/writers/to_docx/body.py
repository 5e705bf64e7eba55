"""The body of a document → one list of paragraphs and tables, in the order of print."""

from collections.abc import Iterator
from dataclasses import replace

from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.grid import Cell, Grid
from vanban.model.inline import Figure, Line, NoteMark, Reference, Run, Script, shown_text
from vanban.model.picture import Hinh
from vanban.model.print_order import Node, in_print_order, opening
from vanban.model.printed import Keep, Para, Part
from vanban.model.running_text import Item, Paragraph, Sign
from vanban.model.table import UNIT, BangBieu
from vanban.text import without_end
from vanban.writers.to_docx.headings import held, run_in, titled

_ITEMS: dict[Sign, str] = {
    "khoan": "VB_Khoan", "diem": "VB_Diem", "liet_ke": "VB_LietKe", "gach": "VB_Gach", "cong": "VB_Cong"
}
_PICTURE, _CAPTION = "VB_Hinh", "VB_HinhTen"


def body(van_ban: VanBan, end_mark: str, below_table: str) -> list[Part]:
    """Paragraphs and tables of the body, ended as `ended` does."""
    return ended(in_parts(van_ban), end_mark, below_table)


def in_parts(van_ban: VanBan) -> list[Part]:
    """Paragraphs and tables of the body; an empty paragraph where there is nothing."""
    out: list[Part] = []
    nodes = iter(in_print_order(van_ban))
    for node in nodes:
        _node(out, node, nodes)
    return held(out) or [Para("VB_NoiDung", origin=van_ban.origin)]


def ended(parts: list[Part], end_mark: str, below_table: str) -> list[Part]:
    """The body, its last paragraph ended with `end_mark`, a last table with `below_table`.

    Below a table the mark is a last row without borders: as a paragraph it could open a page of its own. Below a
    picture it is a paragraph that stays with the picture.
    """
    *out, last = parts
    if isinstance(last, Para) and last.style not in (_PICTURE, _CAPTION):
        return [*out, replace(last, line=_ended(last.line, end_mark))]
    if not below_table:
        return parts
    if isinstance(last, Grid):
        return [*out, _ended_table(last, below_table)]
    end = Para("VB_KetThuc", (Run(below_table),), origin=last.origin)
    return [*out, replace(last, keep="lien_sau"), end]


def _ended(line: Line, mark: str) -> Line:
    """`line` closed by `mark` in place of whatever punctuation was typed there, the mark itself included."""
    *before, last = line or (Run(""),)
    if isinstance(last, Run):
        return (*before, Run(without_end(last.text, mark) + mark, last.bold, last.italic))
    return (*line, Run(mark))


def _ended_table(grid: Grid, end_mark: str) -> Grid:
    end = Cell(((Run(end_mark),),), columns=len(grid.widths), role="ket_thuc", origin=grid.origin)
    return replace(grid.kept_with_next(), rows=(*grid.rows, (end,)))


def _node(out: list[Part], node: Node, behind: Iterator[Node]) -> None:
    """Adds what a node prints; a heading that runs on takes the paragraph `behind` it."""
    match node:
        case Item():
            out.append(_item(node))
        case Paragraph():
            style = "VB_LoiDan" if node.centred else "VB_NoiDung"
            out.append(Para(style, node.inlines, None, False, _leading(node.inlines), node.origin))
        case DeMuc() if node.tieu_de:
            out += titled(node)
        case DeMuc():
            if first := opening(node):
                next(behind)
            para = run_in(node, first)
            out.append(replace(para, keep=_leading(para.line)))
        case BangBieu():
            _table(out, node)
        case Hinh():
            _picture(out, node)


def _item(item: Item) -> Para:
    """A signed line. The number of a khoản is bold as its title is (Phụ lục I, Phần I, II.6.đ), which stays with what
    is below; of a điểm the decree knows no title."""
    is_titled = item.sign == "khoan" and _is_bold(item.inlines)
    keep: Keep = "lien_sau" if is_titled and (item.items or item.paragraphs) else _leading(item.inlines)
    return Para(_ITEMS[item.sign], item.inlines, (f"{item.mark} ", "VB_Dam" if is_titled else ""), False, keep,
                item.origin)


def _is_bold(line: Line) -> bool:
    """Whether all words of a line are bold; the sign that closes it need not be."""
    said = [each for each in line if any(map(str.isalnum, shown_text((each,))))]
    return bool(said) and all(isinstance(each, Run | Script | Figure | Reference) and each.bold for each in said)


def _leading(line: Line) -> Keep:
    """What keeps a line that leads in others ("… gồm:") with the first of them; a footnote may follow the colon."""
    last = next((each for each in reversed(line) if not isinstance(each, NoteMark)), None)
    return "lien_sau" if isinstance(last, Run) and last.text.rstrip().endswith(":") else ""


def _picture(out: list[Part], hinh: Hinh) -> None:
    """The picture, and below it the caption that it keeps with."""
    out.append(Para(_PICTURE, keep="" if hinh.tieu_de else "tu_do", origin=hinh.origin, picture=hinh))
    if hinh.tieu_de:
        out.append(Para(_CAPTION, hinh.tieu_de, (f"{hinh.words}. ", ""), origin=hinh.origin))


def _table(out: list[Part], bang_bieu: BangBieu) -> None:
    if bang_bieu.tieu_de:
        out.append(Para("VB_BangTen", bang_bieu.tieu_de, origin=bang_bieu.origin))
    if bang_bieu.don_vi_tinh:
        unit = (Run(bang_bieu.don_vi_tinh, italic=True),)
        out.append(Para("VB_BangPhai", unit, (f"{UNIT} ", "VB_Nghieng"), keep="lien_sau", origin=bang_bieu.origin))
    elif out and not bang_bieu.tieu_de:
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
