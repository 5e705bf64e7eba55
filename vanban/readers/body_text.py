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
from dataclasses import replace

from vanban.findings import Finding, Fix, Place, finding
from vanban.model.line_signs import BULLET, INSERT, LOOKALIKES, NOTE, sign_of
from vanban.model.noun_marks import amends, foreign_mark, noun_mark
from vanban.model.places import Places, Spot, place_of
from vanban.model.quotations import quotations
from vanban.model.running_text import RANK, Insert, Note, Sign, Text
from vanban.readers.growing import Growing, OpenItem, closed_block
from vanban.readers.inline_text import InlineText, merged, parse_inline, trimmed
from vanban.readers.line_joints import (
    closes_list,
    goes_on_by_lines,
    is_cut,
    is_ended,
    is_full,
    is_glued,
    is_wrapped,
    opens_sentence,
)
from vanban.readers.spots import TextSpot
from vanban.readers.told_once import ToldOnce

# Where `length` characters at `column` of `line` (both from 0) of the block stand.
LocateIn = Callable[[int, int, int], Spot | Place]


def parse_text(
    text: str, locate: LocateIn, places: Places, nouns: frozenset[str] = frozenset(), behind: str = ""
) -> tuple[Text, list[Finding]]:
    """The paragraphs, items and footnotes of one block, and its faults.

    nouns   those of the headings that the machine counts in the document: “điều”, “chương”
    behind  the mark behind which its first line runs on, where that is known yet: typed there once more, it is told by
            a rule of its own (F106)
    """
    parser = _Parser(locate, places, nouns, behind)
    parser.read(text)
    return parser.result(), parser.findings


def lines_of(text: str) -> dict[int, list[tuple[int, int]]]:
    """The lines of each paragraph, item and footnote of one block, by the first of them (from 0); with every line the
    column at which its words begin."""
    parser = _Parser(lambda line, column, length: Place(""), Places())
    parser.read(text)
    return {opened.lines[0][0]: opened.lines for opened in parser.opened}


_INDENTED = ("Bỏ dấu cách đầu dòng. Hai dấu cách chỉ dùng cho đoạn văn tiếp theo của khoản, điểm ngay phía trên; "
             "thứ bậc do dấu đầu dòng quyết định.")
# Nouns of provisions that a text quotes.
_QUOTED = frozenset(("điều", "chương"))
_NEAR = 12  # lines above, which show how wide a text was wrapped
_OF_A_TABLE = "Là hàng của một bảng thì nhập ở “bang_bieu”, xem docs/bang_bieu.md; không thì bỏ dấu Tab đầu dòng."


class _Parser:
    def __init__(
        self, locate: LocateIn, places: Places, nouns: frozenset[str] = frozenset(), behind: str = ""
    ) -> None:
        self._locate, self._places, self._nouns, self._behind = locate, places, nouns, behind
        self._lines: list[str] = []
        self._blocks: list[Growing | Insert] = []
        self._notes: list[tuple[str, Growing]] = []
        self._stack: list[OpenItem] = []  # the open items, outermost first
        self._growing: Growing | None = None  # what an unsigned line directly below continues
        self.opened: list[Growing] = []
        self._refused: re.Pattern[str] | None = None  # what the lines of the list that is being refused begin with
        self._above = (-1, "", False)  # the line of text before, its words, and whether an item begins with them
        self._glued: Growing | None = None  # the item to which a paragraph was found to be glued
        self._by_lines: bool | None = None  # whether the items of this block go on so; None: nobody has asked
        self._told = ToldOnce()
        self.findings: list[Finding] = []

    def result(self) -> Text:
        notes = tuple(Note(ma, trimmed(merged(note.inlines)), origin=note.origin) for ma, note in self._notes)
        return Text(tuple(map(closed_block, self._blocks)), notes)

    def read(self, text: str) -> None:
        self._lines = lines = [line.rstrip() for line in text.split("\n")]
        quoted = quotations(lines)
        for number, column in quoted.open:
            self.findings.append(finding(
                "S314", place_of(self._locate(number, column, 1)),
                f"Dấu {lines[number][column]} mở ra mà không đóng lại trước các dòng có số thứ tự phía dưới.",
                "Thêm dấu đóng ở cuối phần trích. Trích cả điều, khoản thì dấu mở đứng đầu dòng, liền trước “Điều …”, "
                "“1. ”, “a) ”; nếu là chữ thường, đặt dấu \\ ở trước.",
            ))
        for number, line in enumerate(lines):
            self._line(number, line, number in quoted.lines)
        self.findings += self._told.findings()

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
        before, above, is_item = self._above
        if is_item and before == number - 1 and RANK[sign] <= RANK[self._stack[-1].sign] and amends(above):
            self._tell("unquoted", number, start)
        opened, self._refused = self._open(number, line, start), None
        self._above = (number, line[start:], True)
        item = OpenItem(opened.inlines, opened.ma, opened.origin, opened.lines, sign, line[:start].rstrip())
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
        if not self._is_marked(number, line):
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

    def _is_marked(self, number: int, line: str) -> bool:
        """Whether a line begins with a typed mark with its noun, or with what is meant to quote a provision; this is
        told."""
        above, below = self._line_at(number - 1), self._line_at(number + 1)
        bare = line.replace("*", "") if self._growing else line  # what stands in no item is told of by its face
        # Behind an ended line of an item a provision is that of another text, whatever the document counts.
        nouns = self._nouns | _QUOTED if self._growing and is_ended(above) else self._nouns
        marks, mark = foreign_mark(line), noun_mark(bare, above, below, nouns)
        if marks:
            self._tell("marks", number, len(marks), marks)
        elif mark and (self._blocks or not self._behind or not line.startswith(self._behind)):
            self._tell("noun", number, len(line), mark)
        return bool(marks or mark)

    def _tell_of_joint(self, number: int, line: str) -> None:
        """A finding for a line that is joined to the one above, or parted from it, against its sense; one a block."""
        before, above, is_item = self._above
        if before < 0:
            return
        if before != number - 1:
            if is_cut(above, line):
                self._tell("cut", number, len(line))
        elif is_item and is_glued(above, line):
            self._tell("heading", number, len(line))
        elif self._growing and not self._refused and self._is_closing(number, above, line):
            self._glued = self._growing
            self._tell("closing", number, len(line))
        elif not is_item and not self._growing and is_wrapped(above, line):
            self._tell("wrapped", number, len(line))

    def _is_closing(self, number: int, above: str, line: str) -> bool:
        """Whether a line is a paragraph that is glued to the item above; behind one that is, every sentence is."""
        if self._growing is None or self._growing is self._glued:
            return self._growing is not None and opens_sentence(above, line)
        below = self._line_at(number + 1)
        if not closes_list(above, line, is_last=not sign_of(below), by_lines=self._goes_on_by_lines):
            return False
        return not is_full([self._lines[at] for at, _ in self._growing.lines[-_NEAR:]], line, below)

    def _goes_on_by_lines(self) -> bool:
        if self._by_lines is None:
            self._by_lines = goes_on_by_lines(self._lines)
        return self._by_lines

    def _line_at(self, number: int) -> str:
        return self._lines[number] if 0 <= number < len(self._lines) else ""

    def _tell(self, kind: str, number: int, length: int, mark: str = "") -> None:
        self._told.tell(kind, place_of(self._locate(number, 0, length)), mark)

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
        self._is_marked(number, text)
        self._growing, self._above = self._open(number, line, 2), (number, text, False)
        self._stack[-1].paragraphs.append(self._growing)

    def _open(self, number: int, line: str, start: int) -> Growing:
        inline = self._inline(number, line, start)
        origin = self._places.add(self._locate(number, 0, len(line)))
        self.opened.append(growing := Growing(inline.inlines, inline.ma, origin, [(number, start)]))
        return growing

    def _inline(self, number: int, line: str, start: int) -> InlineText:
        inline = parse_inline(
            line[start:], lambda column, length: self._locate(number, start + column, length), self._places
        )
        self.findings += inline.findings
        return inline
