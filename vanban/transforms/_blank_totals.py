"""Why a total that a relation should give is left blank, told once and only where nothing else has told it."""

from collections.abc import Iterator

from vanban.findings import Finding, finding
from vanban.model.adding import relations_for
from vanban.model.expression import columns
from vanban.model.places import Places
from vanban.model.table import BangBieu, Cot, Hang
from vanban.model.total_rows import value_of_parts
from vanban.model.value import Amount

# So many lines are named of the blanks of a column.
_SHOWN = 3


def figure(row: Hang, cot: str) -> Amount | None:
    """The figure of a row in a column, of one that is left blank over rows that have some what these add up to; None
    for a blank. Words that stand there are no figure and no blank."""
    value, entry = row.value(cot), row.entry(cot)
    if value is None and entry and not entry.is_blank:
        return Amount(None, state="khong_doc_duoc", inputs=(entry.origin,))
    return value or value_of_parts(row, cot)


def may_be_blank(row: Hang, leaf: Cot) -> bool:
    """Whether nobody has to fill in the cell of a row."""
    return leaf.de_trong or leaf.gop_doc or row.de_trong


def why_blank(table: BangBieu, row: Hang, leaf: Cot, rows: tuple[Hang, ...], places: Places) -> Iterator[Finding]:
    """What is told of the total `row`, in which no relation gives a figure for `leaf`; `rows` are those it adds up."""
    relation = next(relations_for(table, leaf), None)
    if relation is None:
        yield finding(
            "D103", places[leaf.origin],
            f"Cột “{leaf.ma}” ghi “cach_tong: quan_he” mà bảng không có quan hệ nào cho cột này.",
            f"Thêm vào “quan_he” của bảng một dòng “{leaf.ma} = …”, hoặc gõ số tổng.",
        )
        return
    named = list(dict.fromkeys(column.cot for column in columns(relation.bieu_thuc)))
    lacking = [ma for ma in named if not ((value := row.value(ma)) and value.is_whole)]
    blank = [(ma, each) for ma in lacking for each in rows if figure(each, ma) is None]
    if not _is_told(table, row, named, blank):
        why, do = _reason(lacking, blank, places)
        yield finding(
            "D103" if leaf.cach_tong else "D105", places[row.origin],
            f"Hàng tổng để trống cột “{leaf.ma}”: cột này tính theo quan hệ, mà {why}.",
            f"{do}, hoặc gõ số tổng của cột “{leaf.ma}” ở hàng này.",
        )


def _is_told(table: BangBieu, row: Hang, named: list[str], blank: list[tuple[str, Hang]]) -> bool:
    """Whether a slip in the id of a column, or a cell that must be filled in, is the reason."""
    known = {leaf.ma: leaf for leaf in table.leaves}
    if not known.keys() >= set(named) or any(table.strays((row, *(each for _, each in blank)))):
        return True
    return any(not may_be_blank(each, known[ma]) for ma, each in blank)


def _reason(lacking: list[str], blank: list[tuple[str, Hang]], places: Places) -> tuple[str, str]:
    """Why the totals that a relation stands on are not whole, and what to do."""
    if not blank:
        return f"cột “{lacking[0]}” ở hàng tổng không có số", f"Gõ số tổng của cột “{lacking[0]}”"
    ma, _ = blank[0]
    lines = [str(places[each.origin].line) for column, each in blank if column == ma]
    more = f" và {len(lines) - _SHOWN} dòng nữa" if len(lines) > _SHOWN else ""
    return f"ô của cột “{ma}” còn trống ở dòng {', '.join(lines[:_SHOWN])}{more}", "Điền ô ấy"
