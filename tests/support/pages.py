"""A built PDF, read back for tests: its pages, the lines on them, the style each letter was set in.

LibreOffice writes the structure of the text into the PDF: beside each letter stands the name of its style, of a
heading "H" and its depth, of what it repeats by itself (page numbers, heads of tables) "Artifact".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

import pdfplumber

from vanban.units import Length, Pt

Char = dict[str, Any]
# The hhea table of Times New Roman and of Liberation Serif, in ems: letters reach so far over and under their line,
# and single lines stand their sum and the gap apart.
ASCENT, DESCENT, GAP = 0.891, 0.216, 0.042
SINGLE = ASCENT + DESCENT + GAP


@dataclass(frozen=True)
class Line:
    """Letters on one baseline, left to right; white space at the ends is left out."""

    chars: tuple[Char, ...]
    baseline: Length

    @property
    def text(self) -> str:
        return "".join(char["text"] for char in self.chars).replace("\N{NO-BREAK SPACE}", " ")

    @property
    def left(self) -> Length:
        return Pt(self.chars[0]["x0"])

    @property
    def right(self) -> Length:
        return Pt(self.chars[-1]["x1"])

    @property
    def width(self) -> Length:
        return self.right - self.left

    @property
    def centre(self) -> Length:
        return Length((self.left + self.right) // 2)

    @property
    def style(self) -> str:
        """That of most of its letters."""
        tags = [char["tag"] for char in self.chars]
        return max(sorted(set(tags)), key=tags.count)


@dataclass(frozen=True)
class Cell:
    """A cell of a table, by its borders."""

    left: Length
    right: Length
    lines: tuple[Line, ...]

    @property
    def words(self) -> list[str]:
        """What stands between plain spaces or ends of lines; a non-breaking space is part of a word."""
        return [word for line in self.lines for word in _glued(line).split(" ") if word]


@dataclass(frozen=True)
class Rule:
    """A horizontal line."""

    left: Length
    right: Length
    down: Length
    weight: Length

    @property
    def width(self) -> Length:
        return self.right - self.left

    @property
    def centre(self) -> Length:
        return Length((self.left + self.right) // 2)


@dataclass(frozen=True)
class Box:
    """The outer edges of a box, and the colour it is drawn in (red, green, blue from 0 to 1)."""

    left: Length
    top: Length
    right: Length
    bottom: Length
    colour: tuple[float, ...]

class Page:
    """One page. Lengths down are from the top edge of the paper, lengths across from the left."""

    def __init__(self, page: pdfplumber.page.Page) -> None:
        self._page = page
        self._letters: list[Char] = page.chars  # parsed while the file is open; spaces too
        self.width, self.height = Pt(page.width), Pt(page.height)

    @cached_property
    def chars(self) -> list[Char]:
        return [char for char in self._letters if char["text"].strip()]

    @cached_property
    def number_line(self) -> Line | None:
        """The page number, None where none is shown."""
        first = next(iter(self.lines("Artifact")), None)
        return first if first and first.text.isdigit() else None

    @property
    def number(self) -> str:
        return self.number_line.text if self.number_line else ""

    def baseline(self, char: Char) -> Length:
        return Pt(round(self._page.height - char["matrix"][5], 2))

    def lines(self, *styles: str) -> list[Line]:
        """The lines set in `styles`, downwards; none named: all."""
        return self._lines_of(char for char in self._letters if not styles or char["tag"] in styles)

    def rules(self) -> list[Rule]:
        """Horizontal lines that are no borders of a table, downwards."""
        found = {(line["x0"], line["x1"], line["top"], line["linewidth"])
                 for line in self._page.lines if line["top"] == line["bottom"] and line["tag"] != "Artifact"}
        return sorted((Rule(*map(Pt, rule)) for rule in found), key=lambda rule: rule.down)

    def strokes(self) -> Iterator[tuple[Length, Length, Length, Length]]:
        """Left, top, right and bottom of every line drawn, borders of tables too, along its middle."""
        for line in self._page.lines:
            yield Pt(line["x0"]), Pt(line["top"]), Pt(line["x1"]), Pt(line["bottom"])

    def boxes(self) -> list[Box]:
        """Rectangles of four strokes, downwards; a table is one of them for each of its rows."""
        sides: dict[tuple[float, float], list[dict[str, Any]]] = {}
        for line in self._page.lines:
            if line["x0"] == line["x1"]:
                sides.setdefault((line["top"], line["bottom"]), []).append(line)
        found = (
            Box(Pt(min(side["x0"] - side["linewidth"] / 2 for side in pair)), Pt(top),
                Pt(max(side["x1"] + side["linewidth"] / 2 for side in pair)), Pt(bottom), pair[0]["stroking_color"])
            for (top, bottom), pair in sides.items()
        )
        return sorted(found, key=lambda box: box.top)

    def table_rows(self) -> list[list[Cell]]:
        """The rows of the tables with borders, downwards."""
        return [
            [Cell(Pt(box[0]), Pt(box[2]), tuple(self._lines_of(self._inside(box)))) for box in row.cells if box]
            for table in self._page.find_tables() for row in table.rows
        ]

    def _inside(self, box: tuple[float, float, float, float]) -> Iterator[Char]:
        left, top, right, bottom = box
        for char in self._letters:
            down, across = self._page.height - char["matrix"][5], (char["x0"] + char["x1"]) / 2
            if top <= down <= bottom and left <= across <= right:
                yield char

    def _lines_of(self, chars: Iterable[Char]) -> list[Line]:
        rows = groupby(sorted(chars, key=lambda char: (self.baseline(char), char["x0"])), key=self.baseline)
        stripped = ((baseline, _stripped(list(row))) for baseline, row in rows)
        return [Line(row, baseline) for baseline, row in stripped if row]


def read_pages(pdf: Path) -> list[Page]:
    with pdfplumber.open(pdf) as opened:
        return [Page(page) for page in opened.pages]


def split_documents(pages: Iterable[Page]) -> list[list[Page]]:
    """The pages of each document: each begins with a page that shows no number."""
    documents: list[list[Page]] = []
    for page in pages:
        if not page.number or not documents:
            documents.append([])
        documents[-1].append(page)
    return documents


def _stripped(row: list[Char]) -> tuple[Char, ...]:
    while row and not row[-1]["text"].strip():
        row.pop()
    while row and not row[0]["text"].strip():
        row.pop(0)
    return tuple(row)


def _glued(line: Line) -> str:
    return "".join(char["text"] for char in line.chars)
