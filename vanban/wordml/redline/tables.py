"""Two tables of the same columns → one: row by row, cell by cell. Rows that a merged label holds together stay so."""

from collections.abc import Callable, Hashable, Iterator
from copy import deepcopy

from vanban.wordml.elements import Element, W, value
from vanban.wordml.redline.alignment import Pair, aligned, shared_words, shown, words_in
from vanban.wordml.redline.merging import Merging
from vanban.wordml.redline.revisions import Change

# Merges the paragraphs of two cells; a cell that the machine counts is told.
Inside = Callable[[Element, Element, bool], None]
# Rows that are cut or kept together only.
Rows = list[Element]


def columns(table: Element) -> int:
    return len(table.findall(f"{W}tblGrid/{W}gridCol"))


def merge_table(old: Element, new: Element, merging: Merging, inside: Inside) -> None:
    """Marks in the `new` table what has changed; its columns are those of the old one."""
    ordinals = merging.ordinals.get(new, frozenset())
    pairs: Iterator[Pair[Rows]] = aligned(_grouped(old), _grouped(new), _key, _likeness, _same_shape)
    for row in new.findall(W + "tr"):
        new.remove(row)
    for before, after in pairs:
        if before and after:
            for one, other in zip(before, after, strict=True):
                _merge_row(one, other, ordinals, inside)
            new.extend(after)
        else:
            new.extend([_marked(row, "del" if before else "ins", merging) for row in before or after or []])


def _marked(row: Element, change: Change, merging: Merging) -> Element:
    """The row, a copy of one that goes, marked as a whole."""
    if change == "del":
        row = deepcopy(row)
        merging.gone.append(row)
    merging.pens.mark_row(row, change)
    return row


def _merge_row(old: Element, new: Element, ordinals: frozenset[int], inside: Inside) -> None:
    column = 0
    for one, other in zip(old.findall(W + "tc"), new.findall(W + "tc"), strict=True):
        inside(one, other, column in ordinals)
        column += _span(other)


def _grouped(table: Element) -> list[Rows]:
    """The rows, those into which a cell reaches from above with the one where it begins."""
    groups: list[Rows] = []
    for row in table.findall(W + "tr"):
        reached = any(value(merge) != "restart" for merge in row.iter(W + "vMerge"))
        if reached and groups:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _shape(rows: Rows) -> Hashable:
    """How many columns each cell spans, which reach down."""
    return tuple(tuple((_span(cell), tuple(map(value, cell.iter(W + "vMerge")))) for cell in row.findall(W + "tc"))
                 for row in rows)


def _key(rows: Rows) -> Hashable:
    return _shape(rows), tuple(map(shown, rows))


def _span(cell: Element) -> int:
    return int(value(cell.find(f"{W}tcPr/{W}gridSpan")) or 1)


def _same_shape(old: Rows, new: Rows) -> bool:
    return _shape(old) == _shape(new)


def _likeness(old: Rows, new: Rows) -> float:
    if not _same_shape(old, new):
        return 0.0
    return shared_words(words_in(old), words_in(new))
