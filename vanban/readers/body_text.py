"""One literal block of running text → paragraphs and items.

The first sign of a line says its kind; nesting follows the order of the signs 1. > a) (1) > - > +, never
indentation. Which mark of the series was typed does not matter: the numbering transform counts.

| a line begins with            | it is                                                        |
|-------------------------------|--------------------------------------------------------------|
| nothing                       | a paragraph; directly below a signed line, more of that item |
| `1. ` `a) ` `(1) ` `- ` `+ `  | an item                                                      |
| two spaces                    | a further paragraph of the item above                        |
| “ and a provision, to its ”   | paragraphs of another text, a line each, as they are typed   |
| `[^ma]: `                     | the text of a footnote                                       |
| `@chen ma`                    | the place of a table or picture                              |
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from vanban.findings import Finding, Fix, Place, finding
from vanban.model.inline import Inline
from vanban.model.line_signs import BULLET, INSERT, LOOKALIKES, NOTE, sign_of
from vanban.model.places import Places, Spot, place_of
from vanban.model.quotations import quotations
from vanban.model.running_text import RANK, Block, Insert, Item, Note, Paragraph, Sign, Text
from vanban.readers.inline_text import InlineText, add_line, merged, parse_inline, trimmed
from vanban.readers.line_joints import closes_list, is_cut, is_glued, is_wrapped
from vanban.readers.spots import TextSpot

# Where `length` characters at `column` of `line` (both from 0) of the block stand.
LocateIn = Callable[[int, int, int], Spot | Place]


def parse_text(text: str, locate: LocateIn, places: Places) -> tuple[Text, list[Finding]]:
    """The paragraphs, items and footnotes of one block, and its faults."""
    parser = _Parser(locate, places)
    parser.read(text)
    return parser.result(), parser.findings


def lines_of(text: str) -> dict[int, list[tuple[int, int]]]:
    """The lines of each paragraph, item and footnote of one block, by the first of them (from 0); with every line the
    column at which its words begin."""
    parser = _Parser(lambda line, column, length: Place(""), Places())
    parser.read(text)
    return {opened.lines[0][0]: opened.lines for opened in parser.opened}


@dataclass(slots=True)
class _Growing:
    """A paragraph or footnote, to which unsigned lines may still add.

    lines   those that it has, each with the column at which its words begin
    quoted  it is a line of another text
    """

    inlines: list[Inline]
    ma: str
    origin: int
    lines: list[tuple[int, int]]
    quoted: bool = field(default=False, kw_only=True)

    def grow(self, number: int, more: InlineText) -> None:
        add_line(self.inlines, more.inlines)
        self.ma = more.ma or self.ma
        self.lines.append((number, 0))

    def closed(self) -> Paragraph:
        return Paragraph(trimmed(merged(self.inlines)), self.ma, self.quoted, self.origin)


@dataclass(slots=True)
class _OpenItem(_Growing):
    """An item, which may also get paragraphs, tables and items of its own."""

    sign: Sign
    typed_mark: str
    paragraphs: list[_Growing | Insert] = field(default_factory=list)
    items: list["_OpenItem"] = field(default_factory=list)

    def closed_item(self) -> Item:
        paragraphs = tuple(p if isinstance(p, Insert) else p.closed() for p in self.paragraphs)
        items = tuple(item.closed_item() for item in self.items)
        line = trimmed(merged(self.inlines))
        return Item(self.sign, line, paragraphs, items, self.ma, typed_mark=self.typed_mark, origin=self.origin)


def _closed(block: _Growing | Insert) -> Block:
    if isinstance(block, _OpenItem):
        return block.closed_item()
    return block if isinstance(block, Insert) else block.closed()

_INDENTED = ("Bỏ dấu cách đầu dòng. Hai dấu cách chỉ dùng cho đoạn văn tiếp theo của khoản, điểm ngay phía trên; "
             "thứ bậc do dấu đầu dòng quyết định.")
_OF_A_TABLE = "Là hàng của một bảng thì nhập ở “bang_bieu”, xem docs/bang_bieu.md; không thì bỏ dấu Tab đầu dòng."


class _Parser:
    def __init__(self, locate: LocateIn, places: Places) -> None:
        self._locate, self._places = locate, places
        self._blocks: list[_Growing | Insert] = []
        self._notes: list[tuple[str, _Growing]] = []
        self._stack: list[_OpenItem] = []  # the open items, outermost first
        self._growing: _Growing | None = None  # what an unsigned line directly below continues
        self.opened: list[_Growing] = []
        self._refused: re.Pattern[str] | None = None  # what the lines of the list that is being refused begin with
        self._above = (-1, "", False)  # the line of text before, its words, and whether an item begins with them
        self._below = ""  # the line behind
        self._joints: set[str] = set()  # what was told of in this block
        self.findings: list[Finding] = []

    def result(self) -> Text:
        notes = tuple(Note(ma, trimmed(merged(note.inlines)), origin=note.origin) for ma, note in self._notes)
        return Text(tuple(map(_closed, self._blocks)), notes)

    def read(self, text: str) -> None:
        lines = [line.rstrip() for line in text.split("\n")]
        quoted = quotations(lines)
        for number, column in quoted.open:
            self.findings.append(finding(
                "S314", place_of(self._locate(number, column, 1)),
                f"Dấu {lines[number][column]} mở ra mà không đóng lại trước các dòng có số thứ tự phía dưới.",
                "Thêm dấu đóng ở cuối phần trích. Trích cả điều, khoản thì dấu mở đứng đầu dòng, liền trước “Điều …”, "
                "“1. ”, “a) ”; nếu là chữ thường, đặt dấu \\ ở trước.",
            ))
        for number, line in enumerate(lines):
            self._below = lines[number + 1] if number + 1 < len(lines) else ""
            self._line(number, line, number in quoted.lines)

    def _line(self, number: int, line: str, is_quoted: bool) -> None:
        if not line:
            self._growing = self._refused = None
        elif is_quoted and not (NOTE.match(line) or INSERT.fullmatch(line)):
            self._quoted(number, line)
        elif line[0] in " \t\N{NO-BREAK SPACE}":
            self._indented(number, line)
        elif match := NOTE.match(line):
            self._growing, self._above = self._open(number, line, match.end()), (-1, "", False)
            self._notes.append((match[1], self._growing))
        elif match := INSERT.fullmatch(line):
            insert = Insert(match[1], self._places.add(self._locate(number, 0, len(line))))
            (self._stack[-1].paragraphs if self._stack else self._blocks).append(insert)
            self._growing = None
            self._above = (-1, "", False)
        elif signed := sign_of(line):
            self._item(number, line, *signed)
        else:
            self._unsigned(number, line)

    def _quoted(self, number: int, line: str) -> None:
        opened = self._open(number, line, len(line) - len(line.lstrip()))
        opened.quoted = True
        (self._stack[-1].paragraphs if self._stack else self._blocks).append(opened)
        self._growing = self._refused = None
        self._above = (-1, "", False)

    def _item(self, number: int, line: str, sign: Sign, start: int) -> None:
        opened, self._refused = self._open(number, line, start), None
        self._above = (number, line[start:], True)
        item = _OpenItem(opened.inlines, opened.ma, opened.origin, opened.lines, sign, line[:start].rstrip())
        while self._stack and RANK[self._stack[-1].sign] >= RANK[sign]:
            self._stack.pop()
        if self._stack:
            self._stack[-1].items.append(item)
        else:
            self._blocks.append(item)
        self._stack.append(item)
        self._growing = item

    def _unsigned(self, number: int, line: str) -> None:
        self._refuse_lookalike(number, line)
        self._tell_of_joint(number, line)
        if self._growing:
            self._growing.grow(number, self._inline(number, line, 0))
        else:
            self._blocks.append(self._open(number, line, 0))
            self._stack.clear()
        self._above = (number, line, False)

    def _refuse_lookalike(self, number: int, line: str) -> None:
        """A finding for what looks like a mark and is none; one for a list, whose lines begin alike."""
        for pattern, hint in LOOKALIKES:
            if match := pattern.match(line):
                if pattern is not self._refused:
                    self._refused = pattern
                    self.findings.append(finding(
                        "S304", place_of(self._locate(number, 0, match.end())),
                        f"“{match[0].strip()}” ở đầu dòng trông như số thứ tự nhưng không phải dấu đầu dòng.",
                        f"{hint} Nếu là chữ thường, đặt dấu \\ ở trước.", fix=self._mended(number, line),
                    ))
                elif (first := self.findings[-1]).fix:
                    self.findings[-1] = replace(first, fix=self._mended(number, line, first.fix))
                return

    def _tell_of_joint(self, number: int, line: str) -> None:
        """A finding for a line that is joined to the one above, or parted from it, against its sense; one a block."""
        before, above, is_item = self._above
        if before < 0:
            return
        if before != number - 1:
            if is_cut(above, line):
                self._told_of(number, line, "S312", "Dòng này nối câu của đoạn trên; dòng trống ở giữa cắt đôi câu.",
                              "Viết liền cả câu trên một dòng, bỏ dòng trống; khi in máy tự xuống dòng.")
        elif is_item and is_glued(above, line):
            self._told_of(number, line, "S313", "Dòng này in liền vào dòng trên, là đề mục chưa có dấu kết thúc.",
                          "Tách đề mục thành một mục trong “de_muc”, hoặc thêm dấu hai chấm ở dòng trên.")
        elif self._growing and not self._refused and closes_list(above, line, not sign_of(self._below)):
            self._told_of(number, line, "S318", "Dòng này sẽ in liền vào khoản, điểm ở dòng trên.",
                          "Là một đoạn riêng thì để một dòng trống ở trên; là câu tiếp của khoản thì viết liền dòng.")
        elif not is_item and not self._growing and is_wrapped(above, line):
            self._told_of(number, line, "S312", "Dòng này nối câu của dòng trên nhưng sẽ in thành một đoạn riêng.",
                          "Viết liền cả câu trên một dòng; khi in máy tự xuống dòng.")

    def _told_of(self, number: int, line: str, code: str, message: str, hint: str) -> None:
        if code not in self._joints:
            self._joints.add(code)
            self.findings.append(finding(code, place_of(self._locate(number, 0, len(line))), message, hint))

    def _mended(self, number: int, line: str, before: Fix | None = None) -> Fix | None:
        """The edit that makes the bullet of a line a dash, joined to that of the lines `before`; None where that is not
        certain."""
        bullet, spot = BULLET.match(line), self._locate(number, 0, 1)
        if not bullet or not isinstance(spot, TextSpot):
            return None
        text, place = spot.source.text, spot.place()
        start = spot.source.offset(place.line - 1, place.column - 1)
        if not text.startswith(bullet[0], start):
            return None
        first, between = (before.start, before.text + text[before.end : start]) if before else (start, "")
        return Fix(first, start + bullet.end(), f"{between}- ")

    def _indented(self, number: int, line: str) -> None:
        text = line.lstrip(" ")
        is_sign = sign_of(text) or INSERT.fullmatch(text) or NOTE.match(text)
        if not self._stack or len(line) - len(text) != 2 or is_sign or text[0] in "\t\N{NO-BREAK SPACE}":
            self.findings.append(finding(
                "S303", place_of(self._locate(number, 0, len(line))), "Dòng thụt vào ở đây không có nghĩa.",
                _OF_A_TABLE if "\t" in text.strip() else _INDENTED,
            ))
            return
        self._growing, self._above = self._open(number, line, 2), (number, text, False)
        self._stack[-1].paragraphs.append(self._growing)

    def _open(self, number: int, line: str, start: int) -> _Growing:
        inline = self._inline(number, line, start)
        origin = self._places.add(self._locate(number, 0, len(line)))
        self.opened.append(growing := _Growing(inline.inlines, inline.ma, origin, [(number, start)]))
        return growing

    def _inline(self, number: int, line: str, start: int) -> InlineText:
        inline = parse_inline(
            line[start:], lambda column, length: self._locate(number, start + column, length), self._places
        )
        self.findings += inline.findings
        return inline
