"""Long paragraphs that are kept with what is behind them, as Word sets them.

Of a paragraph that is kept with a table or with another paragraph (keepNext) Word takes the last lines along to the
next page; LibreOffice takes all of it (7.4). So the end of what is signed left a page half empty, or stood away from
the signature where it was longer than a page. In the copy that LibreOffice is given a long one is not kept. Where the
PDF then shows that what is behind it stands alone on its page (`_pdf_lines`), it is set once more, cut in two where its
last two lines began; only these are kept.

LibreOffice also parts short paragraphs that are kept: where more than five hold together, as headings of three steps
with their titles do, and where lines take a footnote along, so that there is room for them again. Where the PDF shows
that, the first of them begins its page by word of ours. One place at a time: nothing above the first has moved since
the PDF in which it was seen; what is below may stand elsewhere in the next.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from vanban.metrics import count_lines, text_width
from vanban.units import Pt
from vanban.wordml.elements import Element, W, is_on, style_of
from vanban.wordml.styles import StyleSheet
from vanban.writers._pdf_justified import Justified, justified, text_widths
from vanban.writers._pdf_text import bare

# It is cut when both parts have two lines or more.
LONG = 4
_TEXT, _MARK = W + "t", W + "footnoteReference"
_KEPT = f"{W}p/{W}pPr/{W}keepNext"
_SECTION, _BREAK = f"{W}pPr/{W}sectPr", f"{W}pPr/{W}pageBreakBefore"
# A letter, which of the paragraph's elements it stands in, and where in the text of that.
_Place = tuple[str, int, int]
# Of w:pPr, what is put in here, in the order of the schema.
_ORDER = tuple(W + name for name in ("pStyle", "keepNext", "pageBreakBefore", "spacing", "ind", "jc"))
_ON, _OFF = {"val": "1"}, {"val": "0"}
WHOLE = 0
# A line whose width is so close to its room may be taken for full: what is found shorter in the PDF is kept whole.
_CLOSE = Pt(1)


@dataclass(frozen=True, slots=True)
class Cut:
    """letters  how many at the end of a paragraph go with what is behind; WHOLE: it is kept whole after all
    begins   whether they begin a page
    """

    letters: int
    begins: bool = False


# By the numbers of the paragraphs.
Cuts = Mapping[int, Cut]


@dataclass(frozen=True, slots=True)
class KeptParagraph:
    """places   its letters as it prints them, bare
    behind   the first words behind it, bare
    is_long  it has four lines or more, and is justified: two of them may go along, and two stay
    first    the number of the nearest long one that it is kept with, or of the first of those that hold together
    """

    element: Element
    places: Sequence[_Place]
    behind: str
    is_long: bool
    first: int

    @property
    def letters(self) -> str:
        return "".join(letter for letter, _, _ in self.places)


def kept_paragraphs(document: Element, sheet: StyleSheet) -> list[KeptParagraph]:
    """The paragraphs that are kept with what is behind them, in their order."""
    body = next(document.iter(W + "body"))
    numbers = {mark: str(number) for number, mark in enumerate(body.iter(_MARK), 1)}
    found = list[KeptParagraph]()
    for paragraph, width in text_widths(body).items() if body.find(_KEPT) is not None else ():
        lines = sheet.lines(style_of(paragraph) or sheet.general, paragraph.find(W + "pPr"))
        if lines.is_on("keepNext") and (behind := _behind(paragraph)):
            is_long = any(_is_long(each) for each in justified({paragraph: width}, sheet))
            holds = not is_long and bool(found) and found[-1].element is paragraph.getprevious()
            first = found[-1].first if holds else len(found)
            found.append(KeptParagraph(paragraph, tuple(_places(paragraph, numbers)), behind, is_long, first))
    return found


def _is_long(paragraph: Justified) -> bool:
    """Whether its words may fill so many lines; a line loses at its end what the next word has no room in."""
    room = paragraph.room - _CLOSE
    words = _word_widths(paragraph)
    blank = next((text_width(" ", each.size, each.bold, each.italic) for each, _ in paragraph.letters), 0)
    return count_lines([paragraph.room - paragraph.first + words[0], *words[1:]], room, blank) >= LONG


def _word_widths(paragraph: Justified) -> list[int]:
    """The widths of its words, of each of which a part may stand in other letters."""
    words = [0]
    for each, _ in paragraph.letters:
        first, *others = (text_width(part, each.size, each.bold, each.italic) for part in each.text.split(" "))
        words[-1] += first
        words += others
    return words


def _behind(paragraph: Element) -> str:
    """The first words behind a paragraph; "" where they begin a page of their own, so that nothing can be kept."""
    if paragraph.find(_SECTION) is not None:
        return ""
    for block in paragraph.itersiblings(W + "p", W + "tbl"):
        said = ("".join(text.text or "" for text in each.iter(_TEXT)) for each in block.iter(W + "p"))
        words = next(filter(None, map(bare, said)), "")
        if words or block.find(_SECTION) is not None:
            return "" if is_on(block.find(_BREAK)) or not words else words
    return ""


def part_ends(kept: Sequence[KeptParagraph], cuts: Cuts) -> None:
    """Makes of each of the paragraphs what LibreOffice is given: loose, cut, or whole as it was."""
    for number, each in enumerate(kept):
        cut = cuts.get(number)
        if cut is None:
            if each.is_long:
                _state(each.element, keepNext=_OFF)
        elif 0 < cut.letters < len(each.places):
            _cut(each.element, each.places[-cut.letters], cut.begins)
        elif cut.begins:
            _state(each.element, pageBreakBefore=_ON)


def _places(paragraph: Element, numbers: Mapping[Element, str]) -> Iterator[_Place]:
    """What a paragraph prints, letter by letter."""
    for which, element in enumerate(paragraph.iter(_TEXT, _MARK)):
        for at, char in enumerate((element.text or "") if element.tag == _TEXT else numbers[element]):
            yield from ((letter, which, at) for letter in bare(char))


def _cut(paragraph: Element, place: _Place, begins: bool) -> None:
    """Cuts a paragraph in front of a letter; only what is behind the cut is kept with the next, and begins a page."""
    _, which, at = place
    end = deepcopy(paragraph)
    parts = zip(list(paragraph.iter(_TEXT, _MARK)), list(end.iter(_TEXT, _MARK)), strict=True)
    for number, (first, second) in enumerate(parts):
        if number != which:
            _drop(second if number < which else first)
        elif first.tag == _TEXT:
            first.text, second.text = (first.text or "")[:at], (second.text or "")[at:]
        else:
            _drop(first)
    # Its last line is stretched like those above it, but for a blank at its end.
    if last := [text for text in paragraph.iter(_TEXT) if text.text]:
        last[-1].text = (last[-1].text or "").rstrip()
    _state(paragraph, keepNext=_OFF, spacing={"after": "0"}, jc={"val": "distribute"})
    _state(end, spacing={"before": "0"}, ind={"firstLine": "0"}, **({"pageBreakBefore": _ON} if begins else {}))
    paragraph.addnext(end)


def _drop(element: Element) -> None:
    run = element.getparent()
    if run is not None:
        run.remove(element)


def _state(paragraph: Element, **stated: Mapping[str, str]) -> None:
    """States properties of a paragraph, each in place of what it stated."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        return
    for name, attributes in stated.items():
        if (old := properties.find(W + name)) is not None:
            properties.remove(old)
        etree.SubElement(properties, W + name, {W + key: each for key, each in attributes.items()})
    own = {element: _ORDER.index(element.tag) for element in properties if element.tag in _ORDER}
    others = [element for element in properties if element not in own]
    properties[:] = [*sorted(own, key=lambda each: own[each]), *others]
