"""Two sides → their comparison: the documents of both, what changed in each, what follows of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vanban.compare.copies import with_copies
from vanban.compare.documents import DocumentPair, deeds, document_pairs, titles
from vanban.compare.following import Compared, Following, Root
from vanban.compare.layout import layout_units
from vanban.compare.listing import Derived, Unit, units
from vanban.compare.outline import documents, sheet
from vanban.compare.pairing import Pairing, pair
from vanban.compare.reading import Reading
from vanban.compare.register_changes import EntryChange, entry_changes
from vanban.compare.sheet import Document, Sheet
from vanban.compare.splitting import split_and_joined
from vanban.compare.telling import Telling
from vanban.model.change import Comparison, Deed, DocumentChanges, DocumentSide

# Zones that a document prints otherwise, or not at all, where another one issues it.
_OF_FRAME = frozenset({"co_quan_ban_hanh", "co_quan_chu_quan", "kem_theo", "phu_luc", "so_ky_hieu", "dia_danh",
                       "ngay_thang", "du_thao"})
# What is other in the registers of two sides, worked out once for all documents that have the same ones.
_Known = dict[tuple[int, int], dict[str, EntryChange]]


def compare(old: Reading, new: Reading, left_out: frozenset[str] = frozenset()) -> Comparison:
    """What changed from one side to the other.

    left_out  the paths of documents, from the content folder, that are not compared
    """
    before, after = ([each for each in documents(side) if each.path not in left_out] for side in (old, new))
    own = {each.name: each for each in before}, {each.name: each for each in after}

    def drawn(document: DocumentChanges) -> DocumentChanges:
        """With its lines; one in which nothing was changed has none yet."""
        one, other = (sides.get(side.name) if side else None for sides, side in
                      zip(own, (document.old, document.new), strict=True))
        if document.changes or one is None or other is None:
            return document
        pairing = pair(sheet(one), sheet(other))
        return replace(document, old=_side(one, pairing.old), new=_side(other, pairing.new), pairs=_lines(pairing))

    comparison = compare_documents(before, after, Telling(old.places, new.places))
    return with_copies(comparison, old, new, compare, drawn)


def compare_documents(old: Sequence[Document], new: Sequence[Document], telling: Telling) -> Comparison:
    """The same of documents that somebody has made ready."""
    pairs = document_pairs(old, new)
    known: _Known = {}
    compared = {each: found for each in pairs if (found := _compared(each, known))}
    called = titles(old), titles(new)
    own = {each: _of_document(each, deed, called) for each, deed in deeds(pairs)}
    names = {each.old.name: each.new.name for each in pairs if each.old and each.new}
    around: dict[str, Root] = {}
    for each, root in own.items():
        left = each.old.issuing if each.old else ""
        for issuing in (each.there.issuing, names.get(left, left)):
            around.setdefault(issuing, root)
        if each in compared:
            _take_frame(each, root, compared[each])
    Following([*compared.values()], around).follow()
    return Comparison(tuple(_told(each, own.get(each), compared.get(each), telling) for each in pairs))


def _compared(each: DocumentPair, known: _Known) -> Compared | None:
    """A document that is on both sides; None where nothing in it can be other."""
    old, new = each.old, each.new
    if old is None or new is None:
        return None
    both = id(old.registers), id(new.registers)
    if both not in known:
        known[both] = entry_changes(old.registers, new.registers)
    if old.part == new.part and not known[both]:
        return None
    pairing = pair(sheet(old), sheet(new))
    found, derived = units(pairing)
    found = split_and_joined(pairing, found)
    roots = [Root(unit, pairing.old, pairing.new) for unit in (*found, *layout_units(pairing))]
    for root in roots:
        root.consequences += [(pairing, Derived(*placed, is_mark=False), "place") for placed in root.unit.placed]
    return Compared(pairing, derived, known[both], roots)


def _of_document(each: DocumentPair, deed: Deed, called: tuple[Mapping[str, str], Mapping[str, str]]) -> Root:
    """The change of a document as a whole. One that moved keeps its lines; it says what it was attached to and what it
    is attached to now."""
    old, new = (sheet(side) if side else None for side in (each.old, each.new))
    unit = Unit("document", deed, "text", [old.root] if old else [], [new.root] if new else [])
    if deed == "moved":
        holders = [side.attached_to if side else "" for side in (each.old, each.new)]
        unit.said = called[0].get(holders[0], ""), called[1].get(holders[1], "")
    else:
        unit.old_lines += range(len(old.lines)) if old else ()
        unit.new_lines += range(len(new.lines)) if new else ()
    return Root(unit, old, new)


def _take_frame(each: DocumentPair, root: Root, compared: Compared) -> None:
    """Gives the change of a document that stands alone now, or no longer, the zones that are other for this."""
    if each.old is None or each.new is None or bool(each.old.attached_to) == bool(each.new.attached_to):
        return
    for other in [*compared.roots]:
        zones = {node.above.ma if node.kind == "zone_line" and node.above else node.ma
                 for node in (*other.unit.old, *other.unit.new) if node.kind in ("zone", "zone_line")}
        if zones and zones <= _OF_FRAME:
            root.unit.old_lines += other.unit.old_lines
            root.unit.new_lines += other.unit.new_lines
            compared.roots.remove(other)


def _told(each: DocumentPair, own: Root | None, compared: Compared | None, telling: Telling) -> DocumentChanges:
    roots = [*([own] if own else ()), *(sorted(compared.roots, key=_place) if compared else ())]
    entries = compared.entries if compared else {}
    changes = tuple(telling.change(root, entries) for root in roots)
    pairs = _lines(compared.pairing) if compared and changes else ()
    of = roots[0] if roots else None  # all of a document know its two sheets
    old, new = _side(each.old, of.old if of else None), _side(each.new, of.new if of else None)
    return DocumentChanges(each.there.name, old, new, changes, pairs)


def _place(root: Root) -> tuple[float, bool]:
    """Where a change is told: in the order of the new document, what is gone where it stood."""
    lines = root.unit.new_lines or root.unit.old_lines
    return min(lines, default=0), not root.unit.new_lines


def _lines(pairing: Pairing) -> tuple[tuple[int, int], ...]:
    """The lines that are on both sides."""
    found = [(one, other) for old, new in pairing.pairs() for one, other in zip(old.lines, new.lines, strict=False)]
    return tuple(sorted(found, key=lambda pair: pair[1]))


def _side(document: Document | None, lines_of: Sheet | None) -> DocumentSide | None:
    if document is None:
        return None
    lines = tuple(each.line for each in lines_of.lines) if lines_of else ()
    return DocumentSide(document.name, document.file, document.title, document.issuing, lines)
