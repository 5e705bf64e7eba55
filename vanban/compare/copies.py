"""Copies (sao y, trích sao, sao lục) → what reaches them of the documents that they print again.

A copy has no words of its own for what it copies: whoever rewords the original rewords the copy. So each copy that is
reached has one change, with what was reworded as its cause; of an extract only what it names counts.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from vanban.compare.reading import Reading
from vanban.findings import Place
from vanban.model.change import Cause, Change, Comparison, DocumentChanges, Spot
from vanban.model.document import BoVanBan
from vanban.model.extract import extract
from vanban.model.places import NOWHERE

_Again = Callable[[Reading, Reading], Comparison]
_Drawn = Callable[[DocumentChanges], DocumentChanges]


def with_copies(comparison: Comparison, old: Reading, new: Reading, again: _Again, drawn: _Drawn) -> Comparison:
    """The comparison with a change for each copy on both sides that prints other words now.

    again  compares two sides anew: those of an extract
    drawn  a document with all its lines, also where nothing of its own was changed
    """
    sides = [{side.name(bo.van_ban): bo for bo in side.sets} for side in (old, new)]
    if not any(bo.van_ban.sao_tu for bo in sides[1].values()):
        return comparison
    out: list[DocumentChanges] = []
    for document in comparison.documents:
        before = sides[0].get(document.old.name) if document.old else None
        after = sides[1].get(document.new.name) if document.new else None
        change = None
        if before and after and before.van_ban.sao_tu and after.van_ban.sao_tu:
            chains = [*_originals(old, before, sides[0])], [*_originals(new, after, sides[1])]
            change = _change(comparison, (old, new), (before, after), chains, again)
        if change:
            document = drawn(document)
            document = replace(document, changes=(*document.changes, change))
        out.append(document)
    return Comparison(tuple(out))


def _originals(reading: Reading, bo: BoVanBan, sets: dict[str, BoVanBan]) -> Iterator[BoVanBan]:
    """What it is a copy of, and what that is a copy of, the nearest first; a circle is gone round once."""
    folder = reading.name(bo.van_ban).rpartition("/")[0]
    seen = [bo]
    while (original := sets.get(f"{folder}/{seen[-1].van_ban.sao_tu}")) and original not in seen:
        yield original
        seen.append(original)


def _change(
    comparison: Comparison, readings: tuple[Reading, Reading], copies: tuple[BoVanBan, BoVanBan],
    chains: tuple[list[BoVanBan], list[BoVanBan]], again: _Again,
) -> Change | None:
    if not all(chains):
        return None
    old, new = readings
    titles = [_title(comparison, side, reading, chain[0]) for side, reading, chain
              in zip(("old", "new"), readings, chains, strict=True)]
    is_other = old.name(chains[0][0].van_ban) != new.name(chains[1][0].van_ban) and not any(
        each.old and each.new and each.old.name == old.name(chains[0][0].van_ban)
        and each.new.name == new.name(chains[1][0].van_ban) for each in comparison.documents)
    changes = [] if is_other else [*_reaching(comparison, readings, copies, chains, again)]
    if not (changes or is_other):
        return None
    place = _place([change.place for change in changes])
    spots = [Spot(reading.name(copy.van_ban), "", place, (), (), _typed(reading, copy))
             for reading, copy in zip(readings, copies, strict=True)]
    typed = (spot.source for change in changes for spot in (change.new, change.old) if spot)
    cause = Cause("copy", new.name(chains[1][0].van_ban), titles[0], titles[1], next(filter(None, typed), None))
    return Change("copy", "changed", cause, spots[0], spots[1])


def _reaching(
    comparison: Comparison, readings: tuple[Reading, Reading], copies: tuple[BoVanBan, BoVanBan],
    chains: tuple[list[BoVanBan], list[BoVanBan]], again: _Again,
) -> Iterator[Change]:
    """The changes in what a copy prints again: of the original what is extracted, of copies between what they say."""
    new, ends = readings[1], [chain[-1] for chain in chains]
    whole = {new.name(each.van_ban) for each in chains[1]}
    parts = [next((each.van_ban.phan_trich for each in (copy, *chain) if each.van_ban.phan_trich), ())
             for copy, chain in zip(copies, chains, strict=True)]
    kept = [reading.kept(end) for reading, end in zip(readings, ends, strict=True)]
    if any(parts):
        whole.discard(new.name(ends[1].van_ban))
        sides = [replace(reading, sets=(extract(end, own) if own else end,))
                 for reading, end, own in zip(readings, ends, parts, strict=True)]
        yield from again(sides[0], sides[1]).changes
    elif kept[1] is not None and kept[0] == kept[1]:  # a copy prints what was kept at the issue
        whole.discard(new.name(ends[1].van_ban))
    yield from (change for each in comparison.documents if each.issuing in whole for change in each.changes)


def _title(comparison: Comparison, side: str, reading: Reading, original: BoVanBan) -> str:
    name = reading.name(original.van_ban)
    return next((own.title for each in comparison.documents if (own := getattr(each, side)) and own.name == name), name)


def _place(places: list[str]) -> str:
    """"khoản 2 Điều 1 và 3 chỗ khác"."""
    known = [*dict.fromkeys(filter(None, places))]
    more = f" và {len(known) - 1} chỗ khác" if len(known) > 1 else ""
    return f"{known[0]}{more}" if known else "phần được sao"


def _typed(reading: Reading, copy: BoVanBan) -> Place | None:
    origin = copy.van_ban.origin_of("sao_tu")
    return None if origin == NOWHERE else reading.places[origin]
