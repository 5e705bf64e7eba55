"""What was read of a DOCX → its words in lines, for `build.py text` and `git diff`.

A paragraph is a line, with the mark that Word counts; a row of a table is one where its cells have one paragraph each.
What is not a word of the text stands in square brackets. The last line tells what is not shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from vanban.invisible import forbidden
from vanban.wordml.reading.blocks import Block, Box, Change, Paragraph, Piece, Reading, Row, Story, Table, Unread

_CHANGES: Mapping[Change, str] = {
    "inserted": "thêm", "deleted": "xóa", "moved_here": "chuyển đến", "moved_away": "chuyển đi",
}
_BOXES = {"box": "khung", "shape": "hình vẽ", "word_art": "chữ nghệ thuật", "chart": "biểu đồ", "diagram": "sơ đồ"}
_HEADERS = {"header": "đầu trang", "footer": "chân trang"}
_PAGES = {"first": ", trang đầu", "even": ", trang chẵn"}
# Signs that have a raised or lowered form; letters stay as they are.
_RAISED = {"superscript": str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾"),
           "subscript": str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")}
# As Word shows the end of a line within a paragraph.
_LINE_END = "↵\n"
_BLANKS = " \t\xa0"
_CELL, _ROW, _INSIDE = "| ", "|--", "  "


def to_text(reading: Reading) -> str:
    """The lines of everything that was read."""
    lines = [line for story in reading.stories for line in _story(story)]
    if reading.unread:
        lines.append(f"[không hiện] {'; '.join(map(_unread, reading.unread))}.")
    return _legible("".join(f"{line.rstrip(_BLANKS)}\n" for line in lines))


def _story(story: Story) -> Iterator[str]:
    name = _name(story)
    for line in _lines(story.blocks, has_air=story.kind == "body"):
        yield f"{name}{line}"


def _name(story: Story) -> str:
    match story.kind:
        case "body":
            return ""
        case "footnote" | "endnote":
            return f"[^{story.mark}] "
        case "comment":
            return f"[nhận xét {story.mark}{f', {story.author}' if story.author else ''}] "
        case _:
            return f"[{_HEADERS[story.kind]}{_PAGES.get(story.mark, '')}] "


def _lines(blocks: Iterable[Block], *, has_air: bool = False) -> Iterator[str]:
    """has_air: whether an empty line stands before a heading."""
    is_first = True
    for block in blocks:
        lines = [*(_table(block) if isinstance(block, Table) else _paragraph(block))]
        if lines and has_air and isinstance(block, Paragraph) and block.level and not is_first:
            yield ""
        yield from lines
        is_first = is_first and not lines


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    words = f"{paragraph.label}{_words(paragraph.pieces)}".strip(_BLANKS)
    if words:
        yield from (f"{'#' * paragraph.level} {words}" if paragraph.level else words).split("\n")
    for box in paragraph.boxes:
        yield from _box(box)


def _box(box: Box) -> Iterator[str]:
    for line in _lines(box.blocks):
        yield f"[{_BOXES[box.kind]}] {line}"


def _words(pieces: Iterable[Piece]) -> str:
    """The words of a paragraph, what is tracked or hidden in brackets."""
    told: list[str] = []
    for (change, is_hidden), alike in groupby(pieces, key=lambda piece: (piece.change, piece.is_hidden)):
        words = "".join(map(_piece, alike))
        words = f"[ẩn: {words}]" if is_hidden and words.strip() else words
        told.append(f"[{_CHANGES[change]}: {words}]" if change and words else words)
    return "".join(told)


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "break":
            return _LINE_END
        case "footnote" | "endnote":
            return f"[^{piece.text}]"
        case "comment":
            return f"[nhận xét {piece.text}]"
        case "instruction":
            return f"[mã trường: {piece.text}]"
        case "field":
            return f"[trường {piece.text}]"
        case "picture":
            return f"[hình{f': {piece.text}' if piece.text else ''} · {piece.print}]"
        case "link":
            return f" [liên kết: {piece.text}]"
        case "object":
            return f"[đối tượng nhúng: {piece.text}]"
        case "file":
            return f"[tệp chèn: {piece.text}]"
        case _:
            return piece.text.translate(_RAISED.get(piece.raised, {}))


def _table(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    """A line where each cell has one; else a line for each of each cell, below a line that begins the row."""
    cells = [[*_lines(cell)] for cell in row.cells]
    if not any(cells):
        return
    told = f"[{_CHANGES[row.change]} hàng] " if row.change else ""
    if all(len(cell) <= 1 for cell in cells):
        yield f"{told}{_CELL}{' | '.join(''.join(cell) for cell in cells)} |"
        return
    yield f"{told}{_ROW}"
    for cell in cells:
        yield from (f"{_INSIDE if number else _CELL}{line}" for number, line in enumerate(cell or [""]))


def _unread(unread: Unread) -> str:
    if unread.is_missing:
        return f"thiếu phần {unread.part}"
    if unread.is_broken:
        return f"phần {unread.part} bị hỏng"
    return f"tệp {unread.part}" if unread.words is None else f"{unread.words} chữ trong {unread.part}"


def _legible(text: str) -> str:
    """`text` with the characters named that nobody can see, or that lead a terminal astray: "‹U+202E›"."""
    pieces, at = [], 0
    for found in forbidden(text):
        pieces += [text[at:found.start()], f"‹U+{ord(found[0]):04X}›"]
        at = found.end()
    return "".join([*pieces, text[at:]])
