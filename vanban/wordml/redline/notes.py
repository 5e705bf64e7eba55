"""The footnotes of both files: those that stay are compared, those that come or go are marked whole."""

from collections.abc import Mapping
from copy import deepcopy

from vanban.wordml.elements import Element, W, text_of, value
from vanban.wordml.redline.atoms import Known
from vanban.wordml.redline.blocks import merge_cells
from vanban.wordml.redline.merging import NOTE, Merging
from vanban.wordml.redline.revisions import Change

Notes = Mapping[str, Element]


def notes_of(part: Element | None) -> Notes:
    """The footnotes of a part by their ids, without the rules above them."""
    found = () if part is None else part.findall(W + "footnote")
    return {value(each, "id"): each for each in found if not value(each, "type")}


def known_notes(own: Notes, others: Notes) -> Known:
    """What the mark of a footnote is known by: its words, where a footnote of the other text has the same."""
    shared = {_words(each) for each in others.values()}

    def known(sign: Element) -> str:
        if sign.tag != NOTE:
            return ""
        words = _words(own[value(sign, "id")]) if value(sign, "id") in own else ""
        return f"note {words}" if words in shared else "note"

    return known


def merge_notes(old: Notes, new: Notes, part: Element, merging: Merging) -> None:
    """Marks in the new `part` of footnotes what has changed, and puts those that have gone behind them."""
    kept = {new_id: old_id for old_id, new_id in merging.kept}
    for id_, note in new.items():
        if id_ in kept:
            merge_cells(old[kept[id_]], note, merging)
        else:
            _mark(note, "ins", merging)
    taken = max((int(each) for each in new), default=1)
    for number, sign in enumerate((each for gone in merging.gone for each in gone.iter(NOTE)), taken + 1):
        note = deepcopy(old[value(sign, "id")])
        _mark(note, "del", merging)
        for each in (note, sign):
            each.set(W + "id", str(number))
        part.append(note)


def _mark(note: Element, change: Change, merging: Merging) -> None:
    for paragraph in note.iter(W + "p"):
        merging.pens.mark_words(paragraph, change)


def _words(note: Element) -> str:
    return "\n".join(map(text_of, note.iter(W + "p")))
