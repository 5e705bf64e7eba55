"""A faultless source → the edits of `check --fix`: what changes no word, and what the machine counts anyway.

Marks typed out of order, several spaces or a non-breaking one between words, letters with loose accents (NFD),
spaces at the end of a line. Comments, order and layout are the officer's and stay, and so does `ghi_chu`, which is
never printed, and so do the rows of a table that stand in running text. Tidying twice is tidying once.
"""

import re
from collections import deque
from collections.abc import Iterator
from itertools import accumulate

from vanban.findings import Fix
from vanban.model.document import VanBan
from vanban.model.inline import Run
from vanban.model.line_signs import sign_of
from vanban.model.places import Places
from vanban.model.running_text import Item, Sign
from vanban.model.table_rows import table_rows
from vanban.model.typed_marks import begins_late, leaps, lists, moved, named
from vanban.model.walk import inlines, texts
from vanban.readers.source import Source
from vanban.readers.spans import Path, Span
from vanban.rows import Rows
from vanban.text import nfc

_NBSP = "\N{NO-BREAK SPACE}"
_GAP = re.compile(rf"(?<=\S)(?:[ {_NBSP}]{{2,}}|{_NBSP})(?=\S)")
_END_OF_LINE = re.compile(rf"(?<![ \t{_NBSP}])[ \t{_NBSP}]+(?=\r?$)", re.MULTILINE)
_WORD = re.compile(r"\S+")
_Range = tuple[int, int]


def tidied_by(source: Source, van_ban: VanBan | None, places: Places) -> list[Fix]:
    """The edits of one file. `van_ban` is the counted document that was read from it, None for a register."""
    left_alone = {_range(source, span) for path, span in source.values.items() if path[-1:] == ("ghi_chu",)}
    fixes = [*_line_ends(source, left_alone), *_values(source, left_alone)]
    return [*fixes, *_marks(source, van_ban, places)] if van_ban else fixes


def _values(source: Source, left_alone: set[_Range]) -> Iterator[Fix]:
    """Inside the values: one plain space between words, letters whole."""
    for path, span in source.values.items():
        if span.style is None or (within := _range(source, span)) in left_alone:
            continue
        rows = _rows_of_tables(source, path, span)
        for gap in _GAP.finditer(source.text, *within):
            if any(start <= gap.start() < end for start, end in rows):
                continue
            if span.style or not _would_be_yaml(source.text, gap):
                yield Fix(gap.start(), gap.end(), " ")
        for word in _WORD.finditer(source.text, *within):
            if (whole := nfc(word[0])) != word[0]:
                yield Fix(word.start(), word.end(), whole)


def _rows_of_tables(source: Source, path: Path, span: Span) -> list[_Range]:
    """From where to where the rows of tables go that stand in a block: blanks between words are the borders there."""
    if span.style != "|":
        return []
    at, rows = span.line + 1, Rows(source.text)
    return [(source.offset(at + each.first, 0), source.offset(at + each.end - 1, 0) + rows.width(at + each.end - 1))
            for each in table_rows(str(source.value(path)).split("\n"))]


def _would_be_yaml(text: str, gap: re.Match[str]) -> bool:
    """True where a plain space would turn a character of an unquoted value into a sign of YAML."""
    return text[gap.start() - 1] in ":-?" or text[gap.end()] == "#"


def _line_ends(source: Source, left_alone: set[_Range]) -> Iterator[Fix]:
    """Spaces at the ends of lines, but not of those inside quotes, where they may be meant."""
    quoted = [_range(source, span) for span in source.values.values() if span.style in ("'", '"')]
    ranges = deque(sorted([*quoted, *left_alone]))
    covered = 0  # how far those reach that begin before the blank
    for blank in _END_OF_LINE.finditer(source.text):
        while ranges and ranges[0][0] <= blank.start():
            covered = max(covered, ranges.popleft()[1])
        if blank.start() >= covered:
            yield Fix(blank.start(), blank.end(), "")


def _marks(source: Source, van_ban: VanBan, places: Places) -> Iterator[Fix]:
    """The mark of each item as the machine counts it; not in a list that leaps or begins late, nor in one that a typed
    reference names."""
    rows = source.text.split("\n")
    starts = [0, *accumulate(len(row) + 1 for row in rows)]
    names = named(" ".join(run.text for run in inlines(van_ban) if isinstance(run, Run)))
    for text in texts(van_ban):
        alone = {item.origin for items in lists(text.blocks) if _is_left(items, names) for item in items}
        for item in text.walk():
            if isinstance(item, Item) and item.mark and item.origin not in alone:
                place = places[item.origin]
                line = rows[place.line - 1][place.column - 1 :]
                signed = sign_of(line)
                if signed and signed[0] == item.sign and (typed := line[: signed[1]].rstrip()) != item.mark:
                    start = starts[place.line - 1] + place.column - 1
                    yield Fix(start, start + len(typed), item.mark)


def _is_left(items: list[Item], names: set[tuple[Sign, str]]) -> bool:
    return leaps(items) or begins_late(items) or any((items[0].sign, typed) in names for typed in moved(items))


def _range(source: Source, span: Span) -> _Range:
    """The characters of a value; of a literal block those below its header line."""
    if span.style in ("|", ">"):
        return source.text.find("\n", span.start) + 1, span.end
    return span.start, span.end
