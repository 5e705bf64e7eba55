"""A PDF as it was set → where the last two lines of long paragraphs begin, and what begins a page.

They are to go to the next page with what is behind them (`_pdf_ends`).
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from vanban.wordml.elements import parse
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.parts import DOCUMENT, STYLES
from vanban.wordml.printed_words import margin
from vanban.wordml.styles import style_sheet
from vanban.writers._pdf_ends import LONG, WHOLE, Cut, Cuts, KeptParagraph, kept_paragraphs
from vanban.writers._pdf_text import bare

# Marks of footnotes stand less than that above their line, in points; lines stand farther apart.
_OFF_LINE = 7.0
# So many letters of its end tell a paragraph from others, so many of its beginning what is behind it.
_TAIL, _NEXT = 30, 12
# The number at the top of a page has no more figures.
_PAGE_NUMBER = 4
# So many lines go along.
_ALONG = 2


@dataclass(frozen=True, slots=True)
class _Page:
    """letters  those of one page, bare, but for what stands in its top margin
    heights  of each the height of its line above the foot of the page
    """

    letters: str
    heights: Sequence[float]


def ends_to_cut(docx: bytes, pdf: bytes, known: Cuts) -> Cuts:
    """`known`, with which the PDF was made, and what is to be cut besides: the paragraphs of `docx` that the PDF sets
    apart from what they are kept with, and those that hold together with them."""
    parts = read_parts(docx, OF_DOCUMENTS)
    body = parse(DOCUMENT, parts[DOCUMENT])
    kept = kept_paragraphs(body, style_sheet(parse(STYLES, parts[STYLES]), None)) if STYLES in parts else []
    texts = _texts(pdf) if kept else []
    apart = set(_apart(kept, texts))
    pages = _pages(pdf, margin(body, "top")) if apart else []
    found = dict(known)
    for each in (each for number, each in enumerate(kept) if number in apart):
        cut = _cut(each, kept[each.first], found.get(each.first), pages, is_first=found == known)
        found |= {each.first: cut} if cut else {}
    return found


def _cut(
    kept: KeptParagraph, first: KeptParagraph, old: Cut | None, pages: Sequence[_Page], is_first: bool
) -> Cut | None:
    """How `first` is to be cut for `kept`, which stands apart. Only the first place of a PDF begins a page; what is
    short and stands farther down waits for the next one."""
    if old:
        return replace(old, begins=True) if is_first and old.letters != WHOLE else old
    letters = _letters_to_keep(kept, first, pages)
    begins = is_first and letters != WHOLE
    return Cut(letters, begins) if begins or kept.is_long else None


def _apart(kept: Sequence[KeptParagraph], pages: Sequence[str]) -> Iterator[int]:
    """The numbers of those that stand on another page than what is behind them. Of several that say the same, as
    "Chương I" in two Phần, it is the one in front of which so many stand as they should."""
    alike = defaultdict[tuple[str, str], list[int]](list)
    for number, each in enumerate(kept):
        alike[each.letters[-_TAIL:], each.behind[:_NEXT]].append(number)
    for (tail, behind), numbers in alike.items():
        together = [page.count(tail + behind) for page in pages]
        if sum(together) < len(numbers):
            ends = [at for at, (page, after) in enumerate(pairwise(pages))
                    if tail in page and behind in after[:len(behind) + _PAGE_NUMBER]]
            before = sum(together[:ends[0] + 1]) if ends else 0
            yield numbers[min(before, len(numbers) - 1)]


def _letters_to_keep(kept: KeptParagraph, first: KeptParagraph, pages: Sequence[_Page]) -> int:
    """How many letters of `first` go to the next page, where `kept` is the last on its own: those of its last two lines
    where it is long, else all. `WHOLE` where it has no such lines on that page, begins it, or is not found."""
    tail = kept.letters[-_TAIL:]
    ends = [page for page, behind in pairwise(pages)
            if tail in page.letters and behind.letters.startswith(kept.behind[:_NEXT])]
    if len(ends) != 1:
        return WHOLE
    (page,) = ends
    at = page.letters.rfind(last := first.letters[-_TAIL:])
    end = at + len(last)
    start = max(0, end - len(first.letters))
    if at < 0 or not first.letters.endswith(page.letters[start:end]):
        return WHOLE
    is_here = end - start == len(first.letters)
    if not first.is_long:
        return len(first.letters) if is_here and start else WHOLE
    lines = _line_lengths(page.heights[start:end])
    return sum(lines[-_ALONG:]) if len(lines) >= (LONG if is_here else _ALONG) else WHOLE


def _line_lengths(heights: Sequence[float]) -> list[int]:
    """How many letters each line has, by the heights of its letters."""
    lines = [0]
    for above, height in pairwise([*heights[:1], *heights]):
        if above - height > _OFF_LINE:
            lines.append(0)
        lines[-1] += 1
    return lines


def _texts(pdf: bytes) -> list[str]:
    """What each page says, bare: known much sooner than where each letter stands."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [bare(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def _pages(pdf: bytes, top: float) -> list[_Page]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(page, top) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, top: float) -> _Page:
    text, letters, heights = page.get_textpage(), list[str](), list[float]()
    across, height = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        letter = bare(chr(raw.FPDFText_GetUnicode(text, index)))
        raw.FPDFText_GetCharOrigin(text, index, across, height)
        if letter and height.value < page.get_height() - top:
            letters.append(letter)
            heights += [height.value] * len(letter)
    return _Page("".join(letters), heights)
