"""Whether a PDF prints every word of its DOCX: paragraph by paragraph, each piece of text counted once.

A paragraph is a row of whole pieces of the PDF, mostly on one page, else on pages that follow; in a cell the first page
holds its first lines. Pieces are those that LibreOffice writes: never one for two paragraphs. What nothing takes is the
head of a table that is said again on its next pages, which stands for no other words.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vanban.wordml.printed_words import PrintedWords, printed_words
from vanban.writers._pdf_pages import Page, Row
from vanban.writers._pdf_text import bare, pages_of

# More paragraphs are not looked for once more: a page or a font is gone.
_MOST_AGAIN = 100


@dataclass(frozen=True, slots=True)
class Lost:
    """words    what of a paragraph the PDF does not print
    whole    the paragraph
    in_row   whether it stands in a row of a table
    is_sure  False where its pieces are there, but not one behind the other, or the words are those of a field
    """

    words: str
    is_sure: bool
    whole: str
    in_row: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """A paragraph, what of it is not there, and the pieces that were taken for the rest: a page and a row of it."""

    paragraph: PrintedWords
    rest: str
    taken: Sequence[tuple[int, Row]]


def lost_words(docx: bytes, pdf: bytes) -> list[Lost]:
    """The paragraphs of `docx` that `pdf` does not print as they are, in their order."""
    printed = printed_words(docx)
    heads = _heads(printed.paragraphs)
    pages = [Page(pieces, heads) for pieces in pages_of(pdf, printed.top, printed.bottom)]
    open_ones = _open(printed.paragraphs, pages)
    if len(open_ones) <= _MOST_AGAIN and _all_are_there(open_ones, pages):
        return []
    left = Counter(piece for page in pages for piece in page.left())
    return [Lost(_end(each.paragraph.words, each.rest), not each.paragraph.unsure and not _makes(each.rest, left),
                 each.paragraph.words.strip(), each.paragraph.in_row) for each in open_ones]


def _end(words: str, rest: str) -> str:
    """The end of `words` which, bare, is `rest`."""
    starts = (at for at in range(len(words)) if bare(words[at:]) == rest)
    return words[next(starts, 0):].strip()


def _heads(paragraphs: Iterable[PrintedWords]) -> set[str]:
    """The words of each table's head, all that is said again."""
    heads: dict[int, str] = {}
    for each in paragraphs:
        if each.head is not None:
            heads[each.head] = heads.get(each.head, "") + bare(each.words)
    return set(heads.values())


def _makes(rest: str, left: Counter[str]) -> bool:
    """Whether pieces that nothing has taken make up `rest`; takes them then."""
    at, taken = 0, Counter[str]()
    while at < len(rest):
        fitting = [piece for piece in left if left[piece] > taken[piece] and rest.startswith(piece, at)]
        if not fitting:
            return False
        piece = max(fitting, key=len)
        taken[piece] += 1
        at += len(piece)
    left.subtract(taken)
    return True


class _Finder:
    """Finds one paragraph after another, each in the first place that is free.

    What stands before that has been taken, but for the cells of a row that goes on over pages: there a cell begins
    pages before its neighbour ends.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._at = 0, 0  # the page and the piece behind the last paragraph
        self._full = 0  # how many pages at the beginning have nothing free
        self._rows: list[tuple[int, Row]] = []  # what was taken for the last paragraph

    def lost(self, paragraphs: Iterable[PrintedWords]) -> Iterator[_Open]:
        """Takes the pieces that the paragraphs are printed as; those of which something is not there, each with that.

        The head of a table stands between what comes before the table and its first row: further on it is said again.
        """
        heads: list[PrintedWords] = []
        before = self._at
        for each in paragraphs:
            if each.head is not None:
                before = before if heads else self._at
                heads.append(each)
                continue
            place = self._behind_head("".join(bare(head.words) for head in heads), bare(each.words), before)
            if place:
                heads.clear()
            rest = self._take(bare(each.words), self._free() if place is None else self._from(place))
            found = _Open(each, rest, self._rows)
            yield from self._lost_heads(heads, before)
            heads.clear()
            if rest:
                yield found
        yield from self._lost_heads(heads, before)

    def _lost_heads(self, heads: Sequence[PrintedWords], before: tuple[int, int]) -> Iterator[_Open]:
        behind, self._at = self._at, before
        for each in heads:
            if rest := self._take(bare(each.words), self._ahead(self._at, behind[0])):
                yield _Open(each, rest, self._rows)
        self._at = behind

    def _behind_head(self, head: str, first: str, before: tuple[int, int]) -> tuple[int, int] | None:
        """Takes a whole head where the `first` words of its table stand right behind it; their place. A mark in the
        head would do for such words else. None where there is no such place."""
        for number, start in self._ahead(before, len(self._pages) - 1) if head else ():
            page = self._pages[number]
            if (row := page.whole(head, start)) and page.letters(page.begun(first, row[1])):
                page.take(row)
                return number, row[1]
        return None

    def _from(self, place: tuple[int, int]) -> list[tuple[int, int]]:
        """From there to the end, but for heads that are said again."""
        return [place, *((further, self._pages[further].said) for further in range(place[0] + 1, len(self._pages)))]

    def _ahead(self, place: tuple[int, int], last: int) -> list[tuple[int, int]]:
        """From there to the end of the page `last`, heads that may be said again among it."""
        return [place, *((further, 0) for further in range(place[0] + 1, last + 1))]

    def _free(self) -> list[tuple[int, int]]:
        """The pages that have something free; heads that are said again are no place for other words."""
        while self._full < len(self._pages) and self._pages[self._full].is_full:
            self._full += 1
        return [(number, self._pages[number].said) for number in range(self._full, len(self._pages))]

    def _take(self, words: str, places: Sequence[tuple[int, int]]) -> str:
        """Takes the pieces of `words` from the first of the places where they are, else from where most of their
        beginning is; what of them is not there."""
        self._rows = []
        for number, first in places:
            if row := self._pages[number].whole(words, first):
                self._taken(number, row)
                return ""
        begun = [(number, row) for number, first in places if (row := self._pages[number].beginning(words, first))]
        if not begun:
            return words
        number, row = max(begun, key=lambda each: self._pages[each[0]].letters(each[1]))
        rest = words[self._pages[number].letters(row):]
        self._taken(number, row)
        return self._further(rest, number + 1)

    def _further(self, rest: str, number: int) -> str:
        """Takes what goes on on the pages from `number` on; what is not there."""
        for further, page in enumerate(self._pages[number:], number):
            if rest and (row := page.beginning(rest, page.said)):
                rest = rest[page.letters(row):]
                page.take(row)
                self._rows.append((further, row))
        return rest

    def _taken(self, number: int, row: Row) -> None:
        self._pages[number].take(row)
        self._rows.append((number, row))
        self._at = number, row[1]


def _all_are_there(open_ones: Sequence[_Open], pages: Sequence[Page]) -> bool:
    """Whether all of these paragraphs are there, looked for once more among what nothing else has taken.

    Where the beginning of one stands in more than one place, as a short line of a narrow cell does, the longest need
    not be its own. Where one is missing, nothing has changed: it would have taken what is another's.
    """
    before = [page.taken[:] for page in pages]
    for each in open_ones:
        for number, row in each.taken:
            pages[number].take(row, False)
    if all(_take_whole(bare(each.paragraph.words), pages) for each in open_ones):
        return True
    for page, taken in zip(pages, before, strict=True):
        page.taken = taken
    return False


def _take_whole(words: str, pages: Sequence[Page]) -> bool:
    """Whether all of `words` are there, page after page; takes them then."""
    failed: set[tuple[int, int]] = set()  # from which page on how many letters of the end are not to be found

    def rows(words: str, number: int) -> list[tuple[int, Row]] | None:
        if number == len(pages) or (number, len(words)) in failed:
            return None
        page = pages[number]
        for row in (page.begun(words, start) for start in range(page.said, len(page.pieces))):
            rest = words[page.letters(row):]
            if len(rest) < len(words) and (more := rows(rest, number + 1) if rest else []) is not None:
                return [(number, row), *more]
        failed.add((number, len(words)))
        return None

    found = next(filter(None, (rows(words, number) for number in range(len(pages)))), [])
    for number, row in found:
        pages[number].take(row)
    return bool(found)


def _open(paragraphs: Sequence[PrintedWords], pages: Sequence[Page]) -> list[_Open]:
    """The paragraphs of which something is not there, each with that.

    Those at the feet of pages first: the number in front of a note would do for a cell that the next page begins with.
    """
    at_feet = list(_Finder(pages).lost(each for each in paragraphs if each.at_foot))
    return [*_Finder(pages).lost(each for each in paragraphs if not each.at_foot), *at_feet]
