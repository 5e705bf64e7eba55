"""Whether a PDF prints every word of its DOCX: paragraph by paragraph, each piece of text counted once.

A paragraph is a row of whole pieces of the PDF, mostly on one page, else on pages that follow; in a cell the first page
holds its first lines. Pieces are those that LibreOffice writes: never one for two paragraphs. What nothing takes is the
head of a table that is said again on its next pages, which stands for no other words.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from vanban.wordml.printed_words import PrintedWords, printed_words
from vanban.writers._pdf_text import bare, pages_of

# From one piece of a page to another, the last not included.
_Row = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lost:
    """words    what of a paragraph the PDF does not print
    is_sure  False where its pieces are there, but not one behind the other, or the words are those of a field
    """

    words: str
    is_sure: bool


def lost_words(docx: bytes, pdf: bytes) -> list[Lost]:
    """The paragraphs of `docx` that `pdf` does not print as they are, in their order."""
    printed = printed_words(docx)
    heads = _heads(printed.paragraphs)
    pages = [_Page(pieces, heads) for pieces in pages_of(pdf, printed.top, printed.bottom)]
    open_ones = _open(printed.paragraphs, pages)
    left = Counter(piece for page in pages for piece in page.left())
    return [Lost(_end(each.words, rest), not each.unsure and not _makes(rest, left)) for each, rest in open_ones]


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


@dataclass
class _Page:
    """The pieces of a page; text: all of them in one, starts: where each begins, taken: those that are a paragraph's.

    heads  the heads of the document's tables; said: how many pieces at the top of this page are one of them
    """

    pieces: Sequence[str]
    heads: set[str]
    text: str = field(init=False)
    starts: list[int] = field(init=False)
    taken: list[bool] = field(init=False)
    said: int = field(init=False)

    def __post_init__(self) -> None:
        self.text = "".join(self.pieces)
        self.starts = list(accumulate(map(len, self.pieces), initial=0))
        self.taken = [False] * len(self.pieces)
        ends = (self._piece(len(head)) for head in self.heads if self.text.startswith(head))
        self.said = max(filter(None, ends), default=0)

    @property
    def is_full(self) -> bool:
        """Whether nothing is free, but for a head that is said again."""
        return all(self.taken[self.said:])

    def left(self) -> list[str]:
        """The free pieces, but for a head that is said again."""
        return [piece for number, piece in enumerate(self.pieces) if number >= self.said and not self.taken[number]]

    def whole(self, words: str, first: int) -> _Row | None:
        """The free pieces, from number `first` on, that make up `words`."""
        at = self.text.find(words, self.starts[first])
        while at >= 0:
            start, end = self._piece(at), self._piece(at + len(words))
            if start is not None and end is not None and not any(self.taken[start:end]):
                return start, end
            at = self.text.find(words, at + 1)
        return None

    def beginning(self, words: str, first: int) -> _Row | None:
        """The longest row of free pieces, from number `first` on, with which `words` begin."""
        rows = (self._begun(words, start) for start in range(first, len(self.pieces)))
        start, end = max(rows, key=self.letters, default=(0, 0))
        return (start, end) if end > start else None

    def _begun(self, words: str, start: int) -> _Row:
        end, length = start, 0
        while end < len(self.pieces) and not self.taken[end] and words.startswith(self.pieces[end], length):
            length += len(self.pieces[end])
            end += 1
        return start, end

    def letters(self, row: _Row) -> int:
        return self.starts[row[1]] - self.starts[row[0]]

    def take(self, row: _Row) -> None:
        self.taken[slice(*row)] = [True] * (row[1] - row[0])

    def _piece(self, at: int) -> int | None:
        """The piece that begins at a letter of the text; the number of all pieces for its end."""
        number = bisect_left(self.starts, at)
        return number if self.starts[number] == at else None


class _Finder:
    """Finds one paragraph after another, each in the first place that is free.

    What stands before that has been taken, but for the cells of a row that goes on over pages: there a cell begins
    pages before its neighbour ends.
    """

    def __init__(self, pages: Sequence[_Page]) -> None:
        self._pages = pages
        self._at = 0, 0  # the page and the piece behind the last paragraph
        self._full = 0  # how many pages at the beginning have nothing free

    def lost(self, paragraphs: Iterable[PrintedWords]) -> Iterator[tuple[PrintedWords, str]]:
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
            rest = self._take(bare(each.words), self._free())
            yield from self._lost_heads(heads, before)
            heads.clear()
            if rest:
                yield each, rest
        yield from self._lost_heads(heads, before)

    def _lost_heads(self, heads: Sequence[PrintedWords], before: tuple[int, int]) -> Iterator[tuple[PrintedWords, str]]:
        behind, self._at = self._at, before
        for each in heads:
            if rest := self._take(bare(each.words), self._ahead(behind[0])):
                yield each, rest
        self._at = behind

    def _ahead(self, last: int) -> list[tuple[int, int]]:
        """From here to the end of the page `last`."""
        number, piece = self._at
        return [(number, piece), *((further, 0) for further in range(number + 1, last + 1))]

    def _free(self) -> list[tuple[int, int]]:
        """The pages that have something free; heads that are said again are no place for other words."""
        while self._full < len(self._pages) and self._pages[self._full].is_full:
            self._full += 1
        return [(number, self._pages[number].said) for number in range(self._full, len(self._pages))]

    def _take(self, words: str, places: Sequence[tuple[int, int]]) -> str:
        """Takes the pieces of `words` from the first of the places where they are, else from where most of their
        beginning is; what of them is not there."""
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
        for page in self._pages[number:]:
            if rest and (row := page.beginning(rest, page.said)):
                rest = rest[page.letters(row):]
                page.take(row)
        return rest

    def _taken(self, number: int, row: _Row) -> None:
        self._pages[number].take(row)
        self._at = number, row[1]


def _open(paragraphs: Sequence[PrintedWords], pages: Sequence[_Page]) -> list[tuple[PrintedWords, str]]:
    """The paragraphs of which something is not there, each with that.

    Those at the feet of pages first: the number in front of a note would do for a cell that the next page begins with.
    """
    at_feet = list(_Finder(pages).lost(each for each in paragraphs if each.at_foot))
    return [*_Finder(pages).lost(each for each in paragraphs if not each.at_foot), *at_feet]
