"""Footnotes of column titles: printed once at the foot of the page on which their table begins, their mark in the head
of every page.

LibreOffice loses such a note where it sets the beginning of a table again, as it does when rows that keep together do
not fit at the end of a page, and leaves the mark out where it says the head again (7.4). In the copy that it is given
the note hangs on the paragraph above the table, which stays with it, by a mark that prints nothing; in the head stands
its number as plain letters. As LibreOffice counts only notes that have no mark of their own, all get their numbers.
"""

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from vanban.wordml.elements import Element, W, value

_MARK, _NUMBER, _TEXT = W + "footnoteReference", W + "footnoteRef", W + "t"
# Prints nothing; without any letter LibreOffice would count.
_NOTHING = "\N{WORD JOINER}"


def move_head_notes(document: Element, notes: Element) -> None:
    """Hangs the notes of repeated heads on what stands above their tables, where that is a paragraph."""
    marks = list(document.iter(_MARK))
    above = {mark: place for mark in marks if (place := _above_head(mark)) is not None}
    if not above:
        return
    counted = {id_: str(number) for number, id_ in enumerate(dict.fromkeys(value(mark, "id") for mark in marks), 1)}
    for mark in marks:
        mark.set(W + "customMarkFollows", "1")
        mark.addnext(_text(counted[value(mark, "id")]))
    for mark, place in above.items():
        _move(mark, place)
    _number({value(mark, "id") for mark in above}, counted, notes)


def _above_head(mark: Element) -> Element | None:
    """The paragraph above the table in whose head a mark stands; None for a mark elsewhere."""
    row = next(mark.iterancestors(W + "tr"), None)
    if row is None or row.find(f"{W}trPr/{W}tblHeader") is None:
        return None
    above = next(row.iterancestors(W + "tbl")).getprevious()
    return above if above is not None and above.tag == W + "p" else None


def _move(mark: Element, place: Element) -> None:
    run = next(mark.iterancestors(W + "r"))
    moved = etree.SubElement(place, W + "r")
    if (look := run.find(W + "rPr")) is not None:
        moved.append(deepcopy(look))
    moved.append(deepcopy(mark))
    moved.append(_text(_NOTHING))
    run.remove(mark)


def _number(ids: set[str], counted: Mapping[str, str], notes: Element) -> None:
    """Writes into the notes whose mark prints nothing the number that stands in front of them."""
    for note in notes.iter(W + "footnote"):
        for number in list(note.iter(_NUMBER)) if value(note, "id") in ids else ():
            run = next(number.iterancestors(W + "r"))
            said = deepcopy(run)
            for sign in list(said.iter(_NUMBER)):
                said.replace(sign, _text(counted[value(note, "id")]))
            run.addnext(said)


def _text(words: str) -> Element:
    text = etree.Element(_TEXT)
    text.text = words
    return text
