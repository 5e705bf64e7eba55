"""Grid → `w:tbl`: the one emitter of tables. Walks the rows once.

Numbers are not bound to their words in a cell: a column as narrow as its longest word has no room for two.
"""

from itertools import accumulate

from vanban.model.grid import Align, Cell, Grid, Role
from vanban.model.inline import Run
from vanban.model.printed import Keep, Para
from vanban.text import bind_dashes
from vanban.writers.to_docx.ooxml import KEEPS, paragraph
from vanban.writers.to_docx.pieces import NoteIds
from vanban.writers.to_docx.runs import para_xml, run

_BY_ALIGN: dict[Align, str] = {"trai": "VB_BangChu", "giua": "VB_BangGiua", "phai": "VB_BangPhai"}
_BY_ROLE: dict[Role, str] = {
    "dau": "VB_BangDau", "so_cot": "VB_BangSoCot", "nhom": "VB_BangNhom", "ket_thuc": "VB_KetThuc"
}
_WHOLE, _HEAD = "<w:cantSplit/>", "<w:tblHeader/>"
_CENTRED = '<w:vAlign w:val="center"/>'
_NO_BORDERS = (
    '<w:tcBorders><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders>'
)

# The cells that reach down from above, by their first column: the cell and how many rows are left of it.
_Reaching = dict[int, tuple[Cell, int]]


def table(grid: Grid, notes: NoteIds) -> str:
    """The table of `grid`: head rows repeat, no row is torn but those of `tall`, a row of `keep` stays with the row
    below."""
    edges = [0, *accumulate(width.twips for width in grid.widths)]
    columns = "".join(f'<w:gridCol w:w="{width.twips}"/>' for width in grid.widths)
    reaching: _Reaching = {}
    rows = [_row(edges, row, reaching, notes, _WHOLE + _HEAD, keep=True) for row in grid.head]
    rows += [
        _row(edges, row, reaching, notes, "" if index in grid.tall else _WHOLE, keep=index in grid.keep)
        for index, row in enumerate(grid.rows)
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="VB_Bang"/><w:tblW w:w="{edges[-1]}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def cell_paras(cell: Cell, keep: Keep = "") -> list[Para]:
    """The paragraphs of a cell, one at least."""
    style = _style(cell)
    return [Para(style, line, None, False, keep, cell.origin, True) for line in cell.paragraphs]


def _row(
    edges: list[int], row: tuple[Cell, ...], reaching: _Reaching, notes: NoteIds, properties: str, *, keep: bool
) -> str:
    """A row, its cells in order; where a cell from above reaches in, an empty one continues it.

    edges       left edges of the columns, in twips, and the right edge of the last
    properties  what Word is told of the row, as XML: whether it stays whole, whether it is said again
    """
    kept: Keep = "lien_sau" if keep else ""
    centred = _CENTRED if _HEAD in properties else ""
    cells: list[str] = []
    waiting, column = iter(row), 0
    while column < len(edges) - 1:
        if reaching and column in reaching:
            cell, left = reaching.pop(column)
            merge, content = "<w:vMerge/>", paragraph(_style(cell), "", KEEPS[kept])
        else:
            cell = next(waiting)
            left, merge = cell.rows, '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            content = _content(cell, kept, notes)
        if left > 1:
            reaching[column] = cell, left - 1
        end = column + cell.columns
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        borders = _NO_BORDERS if cell.role == "ket_thuc" else ""
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{edges[end] - edges[column]}" w:type="dxa"/>{span}{merge}{borders}'
            f'{centred}</w:tcPr>{content}</w:tc>'
        )
        column = end
    return f'<w:tr>{properties and f"<w:trPr>{properties}</w:trPr>"}{"".join(cells)}</w:tr>'


def _content(cell: Cell, keep: Keep, notes: NoteIds) -> str:
    """The paragraphs of a cell as XML. Nearly all are one text without signs, for which no Para is made."""
    only = cell.paragraphs[0][0] if len(cell.paragraphs) == 1 and len(cell.paragraphs[0]) == 1 else None
    if isinstance(only, Run) and not (only.bold or only.italic):
        return paragraph(_style(cell), run(bind_dashes(only.text)), KEEPS[keep])
    return "".join([para_xml(para, notes) for para in cell_paras(cell, keep)])


def _style(cell: Cell) -> str:
    return _BY_ROLE.get(cell.role) or _BY_ALIGN[cell.align]
