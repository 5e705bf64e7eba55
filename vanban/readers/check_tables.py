"""What a written-out table promises itself: columns are told apart, rows name only these, figures are figures."""

from collections.abc import Iterator

from vanban.dates import parse_date
from vanban.findings import Finding, finding
from vanban.model import expression
from vanban.model.inline import Figure, Question, shown_text
from vanban.model.places import Places
from vanban.model.running_text import Insert, Item, Paragraph
from vanban.model.table import SO_THU_TU, BangBieu, Cot, Entry
from vanban.numerals import parse_number
from vanban.readers.build_table import ROW_WORDS
from vanban.text import nearest


def check_table(table: BangBieu, places: Places) -> Iterator[Finding]:
    """The faults of one table that has columns."""
    leaves = {leaf.ma: leaf for leaf in table.leaves}
    yield from _columns(table, places)
    for row in table.rows():
        for entry in row.entries:
            if row.nhom or entry.cot not in leaves or entry.cot == SO_THU_TU:
                if not _is_blank(entry) and "" not in leaves:  # else it was told, or the column was
                    yield _no_column(entry, bool(row.nhom), leaves, places)
            else:
                yield from _entry(entry, leaves[entry.cot], places)
    known = [ma for ma in leaves if ma != SO_THU_TU]
    for relation in table.quan_he:
        own = {column.cot for column in expression.columns(relation.bieu_thuc) if not column.bang_bieu}
        for ma in sorted({relation.cot, *own} - set(known)):
            yield finding("S311", places[relation.origin], f"Quan hệ nói đến cột “{ma}” mà bảng không có.",
                          _hint(ma, known))


def _columns(table: BangBieu, places: Places) -> Iterator[Finding]:
    first: dict[str, int] = {}
    split = [leaf for leaf in table.leaves if leaf.tach > 1]
    for leaf in table.leaves:
        if leaf.ma in ROW_WORDS:
            yield finding("S309", places[leaf.origin], f"“{leaf.ma}” là từ dành riêng của hàng, không làm mã cột được.",
                          "Đổi mã cột.")
        elif leaf.ma and leaf.ma in first:
            yield finding("S309", places[leaf.origin],
                          f"Mã cột “{leaf.ma}” đã đặt ở dòng {places[first[leaf.ma]].line}.", "Đổi một trong hai mã.")
        first.setdefault(leaf.ma, leaf.origin)
        if leaf.cach_tong and leaf.kieu_o != "so":
            yield finding("S201", places[leaf.origin], f"Cột “{leaf.ma}” không phải cột số, không có cách tính tổng.",
                          "Thêm “kieu_o: so” cho cột, hoặc bỏ “cach_tong”.")
    if any(leaf.ma == SO_THU_TU for leaf in split):
        yield finding("C108", places[split[0].origin], "Cột số thứ tự không tách đôi được.", "Bỏ “tach” ở cột này.")
    for leaf in split[1:]:
        yield finding("C108", places[leaf.origin], "Bảng đã có một cột tách đôi.", "Bỏ “tach” ở một trong hai cột.")


def _no_column(entry: Entry, group: bool, leaves: dict[str, Cot], places: Places) -> Finding:
    place = places[entry.origin]
    if entry.cot == SO_THU_TU:
        return finding("S311", place, "Số thứ tự do máy đếm, hàng không ghi.",
                       "Xóa dòng này; muốn in khác thì ghi “danh_so” ở hàng.")
    if group:
        return finding("S311", place, f"Hàng có “nhom” chạy ngang bảng, không có ô “{entry.cot}”.",
                       "Xóa ô này, hoặc viết thành hàng thường có “gom”.")
    return finding("S311", place, f"Bảng không có cột “{entry.cot}”.", _hint(entry.cot, [*leaves, *ROW_WORDS]))


def _hint(ma: str, known: list[str]) -> str:
    close = nearest(ma, known)
    columns = ", ".join(each for each in known if each not in ROW_WORDS)
    return f"Có phải “{close}”?" if close else f"Các cột của bảng: {columns}."


def _entry(entry: Entry, leaf: Cot, places: Places) -> Iterator[Finding]:
    for block in entry.noi_dung.walk():
        if isinstance(block, Insert):
            yield finding("S308", places[block.origin], "Trong ô không chèn được bảng hay hình.",
                          "Chuyển dòng @chen ra ngoài bảng.")
    if leaf.kieu_o == "chu" or _is_open(entry) or _is_blank(entry):
        return
    text = " ".join(
        f"- {shown_text(block.inlines)}" if isinstance(block, Item) else shown_text(block.inlines)
        for block in entry.noi_dung.walk() if not isinstance(block, Insert)
    ).strip()
    try:
        parse_number(text) if leaf.kieu_o == "so" else parse_date(text)
    except ValueError as error:
        said, _, advice = str(error).rpartition("; ")
        yield finding("S207" if leaf.kieu_o == "so" else "S206", places[entry.origin], f"Cột “{leaf.ma}”: {said}.",
                      f"{advice[:1].upper()}{advice[1:]}." if advice else "")


def _is_open(entry: Entry) -> bool:
    """Whether nothing but a figure of the registers stands there, or a question instead of a figure."""
    match entry.noi_dung.blocks:
        case (Paragraph(inlines=(Figure() | Question(),)),):
            return True
    return False


def _is_blank(entry: Entry) -> bool:
    """Whether nothing stands there, which the schema has told of."""
    return not any(isinstance(block, Insert) or block.inlines for block in entry.noi_dung.walk())
