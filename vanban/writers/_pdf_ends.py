"""Long paragraphs that are kept with what is behind them, as Word sets them.

Of a paragraph that is kept with a table or with another paragraph (keepNext) Word takes the last lines along to the
next page; LibreOffice takes all of it (7.4). So the end of what is signed left a page half empty, or stood away from
the signature where it was longer than a page. In the copy that LibreOffice is given a long one is not kept. Where the
PDF then shows that what is behind it stands alone on its page (`_pdf_lines`), it is set once more, cut in two where its
last two lines began; only these are kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from vanban.metrics import text_width
from vanban.wordml.elements import Element, W, is_on
from vanban.wordml.styles import StyleSheet
from vanban.writers._pdf_justified import Justified, justified, text_widths
from vanban.writers._pdf_text import bare

# It is cut when both parts have two lines or more.
LONG = 4
_TEXT, _MARK = W + "t", W + "footnoteReference"
_KEPT = f"{W}p/{W}pPr/{W}keepNext"
# A letter, which of the paragraph's elements it stands in, and where in the text of that.
_Place = tuple[str, int, int]
# Of w:pPr, what is put in here, in the order of the schema.
_ORDER = tuple(W + name for name in ("pStyle", "keepNext", "spacing", "ind", "jc"))
_OFF = {"val": "0"}
# Which of them is kept whole after all, and how many letters at the end of which others go with what is behind.
Cuts = Mapping[int, int]
WHOLE = 0


@dataclass(frozen=True, slots=True)
class KeptParagraph:
    """places  its letters as it prints them, bare
    behind  the first words behind it, bare
    """

    element: Element
    places: Sequence[_Place]
    behind: str

    @property
    def letters(self) -> str:
        return "".join(letter for letter, _, _ in self.places)


def kept_paragraphs(document: Element, sheet: StyleSheet) -> list[KeptParagraph]:
    """The justified paragraphs of four lines or more that are kept with what is behind them."""
    body = next(document.iter(W + "body"))
    numbers = {mark: str(number) for number, mark in enumerate(body.iter(_MARK), 1)}
    found = []
    for paragraph, width in text_widths(body).items() if body.find(_KEPT) is not None else ():
        if not is_on(paragraph.find(f"{W}pPr/{W}keepNext")):
            continue
        for each in justified({paragraph: width}, sheet):
            if _is_long(each) and (behind := _behind(paragraph)):
                found.append(KeptParagraph(paragraph, tuple(_places(paragraph, numbers)), behind))
    return found


def _is_long(paragraph: Justified) -> bool:
    width = sum(text_width(each.text, each.size, each.bold, each.italic) for each, _ in paragraph.letters)
    return width > paragraph.first + (LONG - 2) * paragraph.room


def _behind(paragraph: Element) -> str:
    said = ("".join(text.text or "" for text in each.iter(_TEXT))
            for block in paragraph.itersiblings(W + "p", W + "tbl") for each in block.iter(W + "p"))
    return next(filter(None, map(bare, said)), "")


def part_ends(kept: Sequence[KeptParagraph], cuts: Cuts) -> None:
    """Makes of each of the paragraphs what LibreOffice is given: loose, cut, or whole as it was."""
    for number, each in enumerate(kept):
        if number not in cuts:
            _state(each.element, keepNext=_OFF)
        elif cuts[number] != WHOLE:
            _cut(each.element, each.places[-cuts[number]])


def _places(paragraph: Element, numbers: Mapping[Element, str]) -> Iterator[_Place]:
    """What a paragraph prints, letter by letter."""
    for which, element in enumerate(paragraph.iter(_TEXT, _MARK)):
        for at, char in enumerate((element.text or "") if element.tag == _TEXT else numbers[element]):
            yield from ((letter, which, at) for letter in bare(char))


def _cut(paragraph: Element, place: _Place) -> None:
    """Cuts a paragraph in front of a letter; only what is behind the cut is kept with the next."""
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
    _state(end, spacing={"before": "0"}, ind={"firstLine": "0"})
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
