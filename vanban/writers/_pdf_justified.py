"""The justified paragraphs of a DOCX, each with the room that its lines have and its letters as they are set."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vanban.units import Length, Pt
from vanban.wordml.elements import Element, W, number, style_of, value
from vanban.wordml.styles import StyleSheet, first_line
from vanban.writers._pdf_spaces import Letters

# What letters above and below the line have of their size.
_SCALE = 0.58
_TWIP = Length(635)
_TEXT = W + "t"
# The number of a footnote is Word's; most have two digits.
_NUMBERS, _NUMBER = (W + "footnoteReference", W + "footnoteRef"), "00"
# What holds no letters, and what those stand in that can be measured.
_LOOKS, _KNOWN = (W + "pPr", W + "rPr"), frozenset((W + "r", _TEXT, *_NUMBERS))


@dataclass(frozen=True, slots=True)
class Justified:
    """first, room  the width of the first line, and of every other
    letters      in the order of print, with the text element that they stand in; None for the number of a note
    """

    first: int
    room: int
    letters: Sequence[tuple[Letters, Element | None]]


def text_widths(body: Element) -> dict[Element, int]:
    """The width of the text, in twips, around each paragraph of a body that stands in no table."""
    found: dict[Element, int] = {}
    section: list[Element] = []
    for block in body:
        if block.tag == W + "p":
            section.append(block)
        properties = block if block.tag == W + "sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if properties is not None:
            page, margins = properties.find(W + "pgSz"), properties.find(W + "pgMar")
            beside = [number(margins, side) or 0 for side in ("left", "right", "gutter")]
            found |= dict.fromkeys(section, (number(page, "w") or 0) - sum(beside))
            section.clear()
    return found


def widths_of_notes(notes: Element, around: Mapping[Element, int]) -> dict[Element, int]:
    """The same for the paragraphs of footnotes, by what is around their marks."""
    marked = {value(mark, "id"): width for paragraph, width in around.items() for mark in paragraph.iter(_NUMBERS[0])}
    return {paragraph: marked[id_] for note in notes.iter(W + "footnote") if (id_ := value(note, "id")) in marked
            for paragraph in note.iterfind(W + "p")}


def justified(widths: Mapping[Element, int], sheet: StyleSheet) -> Iterator[Justified]:
    """Those of the paragraphs that are justified, without what holds other things than text."""
    for paragraph, width in widths.items():
        lines = sheet.lines(style_of(paragraph) or sheet.general, paragraph.find(W + "pPr"))
        if lines.text("jc") == "both" and _is_text(paragraph):
            left, right = ((lines.number("ind", side) or 0) for side in ("left", "right"))
            room = width - left - right
            yield Justified(_TWIP * (room - first_line(lines)), _TWIP * room, list(_letters(paragraph, sheet)))


def _is_text(paragraph: Element) -> bool:
    runs = [run for run in paragraph if run.tag not in _LOOKS]
    return all(each.tag in _KNOWN for run in runs for each in (run, *run) if each.tag not in _LOOKS)


def _letters(paragraph: Element, sheet: StyleSheet) -> Iterator[tuple[Letters, Element | None]]:
    for run in paragraph.iterfind(W + "r"):
        look = sheet.letters(style_of(paragraph) or sheet.general, run.find(W + "rPr"))
        small = look.text("vertAlign") in ("superscript", "subscript")
        size = Pt((look.number("sz") or 20) / 2 * (_SCALE if small else 1))
        for each in run.iterchildren(_TEXT, *_NUMBERS):
            is_text = each.tag == _TEXT
            yield Letters((each.text or "") if is_text else _NUMBER, size, look.is_on("b"), look.is_on("i")), \
                each if is_text else None
