"""Grid → `w:tbl`: the one emitter of tables. Walks the rows once."""

from itertools import accumulate

from vanban.model.grid import Align, Cell, Grid, Role
from vanban.model.inline import Run
from vanban.model.printed import Keep, Para
from vanban.text import bind, bind_dashes
from vanban.the_thuc import Letters
from vanban.writers.to_docx.ooxml import KEEPS, paragraph
from vanban.writers.to_docx.pieces import NoteIds
from vanban.writers.to_docx.runs import para_xml, run

_BY_ALIGN: dict[Align, str] = {"trai": "VB_BangChu", "giua": "VB_BangGiua", "phai": "VB_BangPhai"}
_BY_ROLE: dict[Role, str] = {"dau": "VB_BangDau", "so_cot": "VB_BangSoCot", "nhom": "VB_BangNhom"}
_WHOLE, _HEAD = "<w:cantSplit/>", "<w:tblHeader/>"
_CENTRED = '<w:vAlign w:val="center"/>'
_NO_BORDERS = (
    '<w:tcBorders><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders>'
)


def table(grid: Grid, notes: NoteIds) -> str:
    """The table of `grid`: head rows repeat, no row is torn but those of `tall`, a row of `keep` stays with the row
    below."""
    rows = _Rows(grid, notes)
    written = [rows.row(row, _WHOLE + _HEAD, keep=True) for row in grid.head]
    written += [
        rows.row(row, "" if index in grid.tall else _WHOLE, keep=index in grid.keep)
        for index, row in enumerate(grid.rows)
    ]
    columns = "".join(f'<w:gridCol w:w="{width.twips}"/>' for width in grid.widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="VB_Bang"/><w:tblW w:w="{rows.edges[-1]}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(written)}</w:tbl>'
    )


def cell_paras(cell: Cell, grid: Grid, column: int, keep: Keep = "") -> list[Para]:
    """The paragraphs of a cell of `grid` that begins in that column, one at least."""
    style, narrow = _style(cell, grid.letters), not _is_bound(cell, grid, column)
    return [Para(style, line, None, False, keep, cell.origin, narrow) for line in cell.paragraphs]


class _Rows:
    """Writes the rows of one table, downwards.

    edges     left edges of the columns, in twips, and the right edge of the last
    reaching  the cells that reach down from above, by their first column, and how many rows are left of each
    """

    def __init__(self, grid: Grid, notes: NoteIds) -> None:
        self.edges = [0, *accumulate(width.twips for width in grid.widths)]
        self._grid, self._notes = grid, notes
        self._reaching: dict[int, tuple[Cell, int]] = {}

    def row(self, row: tuple[Cell, ...], properties: str, *, keep: bool) -> str:
        """A row, its cells in order; where a cell from above reaches in, an empty one continues it.

        properties  what Word is told of the row, as XML: whether it stays whole, whether it is said again
        """
        kept: Keep = "lien_sau" if keep else ""
        centred = _CENTRED if _HEAD in properties else ""
        edges, reaching = self.edges, self._reaching
        cells: list[str] = []
        waiting, column = iter(row), 0
        while column < len(edges) - 1:
            if reaching and column in reaching:
                cell, left = reaching.pop(column)
                merge, content = "<w:vMerge/>", paragraph(_style(cell, self._grid.letters), "", KEEPS[kept])
            else:
                cell = next(waiting)
                left, merge = cell.rows, '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
                content = self._content(cell, column, kept)
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

    def _content(self, cell: Cell, column: int, keep: Keep) -> str:
        """The paragraphs of a cell as XML. Nearly all are one text without signs, for which no Para is made."""
        only = cell.paragraphs[0][0] if len(cell.paragraphs) == 1 and len(cell.paragraphs[0]) == 1 else None
        if isinstance(only, Run) and not (only.bold or only.italic):
            text = bind(only.text) if _is_bound(cell, self._grid, column) else bind_dashes(only.text)
            return paragraph(_style(cell, self._grid.letters), run(text), KEEPS[keep])
        return "".join([para_xml(para, self._notes) for para in cell_paras(cell, self._grid, column, keep)])


def _is_bound(cell: Cell, grid: Grid, column: int) -> bool:
    """Whether a cell has room for words that are read together with a number."""
    return all(each in grid.bound for each in range(column, column + cell.columns))


def _style(cell: Cell, letters: Letters) -> str:
    if cell.role == "ket_thuc":
        return "VB_KetThuc"
    return (_BY_ROLE.get(cell.role) or _BY_ALIGN[cell.align]) + letters
