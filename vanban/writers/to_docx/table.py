"""Grid → `w:tbl`: the one emitter of tables. Walks the rows once."""

from vanban.model.grid import Align, Cell, Grid
from vanban.writers.to_docx.inlines import runs
from vanban.writers.to_docx.ooxml import KEEP_NEXT, paragraph

_STYLES: dict[Align, str] = {"trai": "VB_BangChu", "giua": "VB_BangGiua", "phai": "VB_BangPhai", "deu": "VB_BangChu"}


def table(grid: Grid) -> str:
    """The table of `grid`: head rows repeat, no row is torn, a group row stays with the row below."""
    widths = [width.twips for width in grid.widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = (_row(row, widths, "<w:tblHeader/>", "VB_BangDau") for row in grid.head)
    rows = (_row(row, widths, "", "VB_BangNhom" if index in grid.groups else "") for index, row in enumerate(grid.rows))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="VB_Bang"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid>{columns}</w:tblGrid>{"".join(head)}{"".join(rows)}</w:tbl>'
    )


def _row(row: tuple[Cell, ...], widths: list[int], repeat: str, style: str) -> str:
    """A row over columns of these `widths` (twips); `style` is that of a head or group row, whose cells stay with
    the row below."""
    cells, column = [], 0
    centred = '<w:vAlign w:val="center"/>' if repeat else ""
    for cell in row:
        end = column + cell.columns
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths[column:end])}" w:type="dxa"/>{span}{centred}</w:tcPr>'
            f"{_content(cell, style)}</w:tc>"
        )
        column = end
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def _content(cell: Cell, row_style: str) -> str:
    style = _STYLES[cell.align] if cell.align != "trai" and row_style != "VB_BangDau" else row_style or "VB_BangChu"
    bold = cell.bold and style in _STYLES.values()  # head and group styles are bold themselves
    keep = KEEP_NEXT if row_style else ""
    return "".join([paragraph(style, runs(line, bold=bold, italic=cell.italic), keep) for line in cell.paragraphs])
