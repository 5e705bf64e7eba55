"""A built PDF, read back line by line as it was set, fast enough for all samples: the lines of each paragraph, the page
that each stands on, the gaps between its words.

LibreOffice writes the structure of the text into the PDF: every letter belongs to a paragraph, also where that goes on on
the next page. What it repeats by itself (page numbers, heads of tables) belongs to none.
"""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
from pypdfium2 import raw

# Letters over or under the line (marks of footnotes) belong to it still.
_OFF_LINE = 6.0
# What is nearer has no blank between, whatever the reader of the PDF makes of a mark that stands higher.
_NO_GAP = 1.5


@dataclass
class SetLine:
    """One line of a paragraph. Lengths in points; across from the left edge of the paper, `down` from its top edge.

    page   counted from 0
    gaps   widths of the blanks between its words, left to right
    """

    page: int
    down: float
    text: str = ""
    left: float = 0
    right: float = 0
    gaps: list[float] = field(default_factory=list)


@dataclass
class SetParagraph:
    """A paragraph: the style it is set in ("H3" for a heading), its lines downwards.

    table, row   numbers of those that it stands in, 0 outside of tables
    """

    style: str
    table: int
    row: int
    lines: list[SetLine] = field(default_factory=list)

    @property
    def in_table(self) -> bool:
        return self.table > 0

    @property
    def pages(self) -> list[int]:
        """The page of each line."""
        return [line.page for line in self.lines]


@dataclass(frozen=True)
class _Letter:
    text: str
    left: float
    right: float
    down: float
    mark: int  # the number of its marked content on the page; -1 for none


def set_paragraphs(pdf: Path) -> list[SetParagraph]:
    """The paragraphs that have letters, in the order in which they were set."""
    document, paragraph_of = pypdfium2.PdfDocument(pdf), _Structure(pdf)
    found: dict[int, SetParagraph] = {}
    try:
        for number in range(len(document)):
            for letter in _letters(document[number]):
                if (owner := paragraph_of(number, letter.mark)) is not None:
                    paragraph = found.setdefault(owner[0], SetParagraph(*owner[1:]))
                    _add(paragraph, number, letter)
    finally:
        document.close()
    for line in (line for paragraph in found.values() for line in paragraph.lines):
        line.text = line.text.rstrip()
    return [paragraph for paragraph in found.values() if paragraph.lines]


def _add(paragraph: SetParagraph, page: int, letter: _Letter) -> None:
    """Puts one letter on the last line, or on a new one. Blanks only part words."""
    line = paragraph.lines[-1] if paragraph.lines else None
    if line is None or line.page != page or abs(line.down - letter.down) > _OFF_LINE or letter.left < line.left:
        if letter.text.strip():
            paragraph.lines.append(SetLine(page, letter.down, letter.text, letter.left, letter.right))
        return
    if letter.text.strip():
        if line.text.endswith(" ") and letter.left - line.right < _NO_GAP:
            line.text = line.text[:-1]
        elif line.text.endswith(" "):
            line.gaps.append(letter.left - line.right)
        line.text += letter.text
        line.right = letter.right
    elif not line.text.endswith(" "):
        line.text += " "


def _letters(page: pypdfium2.PdfPage) -> Iterator[_Letter]:
    text, height = page.get_textpage(), page.get_height()
    marks, address = {0: -1}, 0
    box, down = raw.FS_RECTF(), (ctypes.c_double(), ctypes.c_double())
    for index in range(text.count_chars()):
        # A blank that no piece has, for it was set as a mere distance, belongs to the piece before.
        if piece := raw.FPDFText_GetTextObject(text, index):
            address = ctypes.addressof(piece.contents)
            marks.setdefault(address, _mark(piece))
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, *down)
        char = chr(raw.FPDFText_GetUnicode(text, index))
        if char not in "\r\n":
            yield _Letter("-" if char in "\x02\ufffe" else char, box.left, box.right, height - down[1].value, marks[address])


def _mark(piece: Any) -> int:
    """The number (MCID) of the marked content that a text object is of."""
    number = ctypes.c_int()
    for index in range(raw.FPDFPageObj_CountMarks(piece)):
        mark = raw.FPDFPageObj_GetMark(piece, index)
        if raw.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", number):
            return number.value
    return -1


class _Structure:
    """Marked content → its paragraph: a number for it, its style, its table and row."""

    def __init__(self, pdf: Path) -> None:
        reader = pypdf.PdfReader(pdf)
        root = reader.root_object["/StructTreeRoot"].get_object()
        self._roles = {name: str(role) for name, role in root.get("/RoleMap", {}).items()}
        self._owners = dict(_numbered(root["/ParentTree"].get_object()))
        self._keys = [page.get("/StructParents", -1) for page in reader.pages]
        self._known: dict[int, tuple[int, str, int, int]] = {}

    def __call__(self, page: int, mark: int) -> tuple[int, str, int, int] | None:
        owners = self._owners.get(self._keys[page])
        if mark < 0 or owners is None or mark >= len(owners) or owners[mark].get_object() is None:
            return None
        reference = owners[mark]
        if reference.idnum not in self._known:
            self._known[reference.idnum] = self._paragraph(reference)
        return self._known[reference.idnum]

    def _paragraph(self, reference: Any) -> tuple[int, str, int, int]:
        while self._role(reference) in ("/Span", "/Link", "/Lbl", "/Reference"):
            reference = reference.get_object().raw_get("/P")
        above, inside = reference, {"/TR": 0, "/Table": 0}  # of tables in tables the outermost
        while "/P" in above.get_object():
            above = above.get_object().raw_get("/P")
            if (role := self._role(above)) in inside:
                inside[role] = above.idnum
        style = str(reference.get_object()["/S"]).lstrip("/")
        return reference.idnum, style, inside["/Table"], inside["/TR"]

    def _role(self, reference: Any) -> str:
        kind = str(reference.get_object().get("/S", ""))
        return self._roles.get(kind, kind)


def _numbered(tree: Any) -> Iterator[tuple[int, Any]]:
    """The pairs of a number tree."""
    for branch in tree.get("/Kids", ()):
        yield from _numbered(branch.get_object())
    pairs: Iterable[Any] = iter(tree.get("/Nums", ()))
    for number, value in zip(pairs, pairs, strict=True):
        yield int(number), value.get_object()
