"""A change in the making with what follows of it → the change as it is told, with places, words and sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vanban.compare.following import Root
from vanban.compare.listing import Derived
from vanban.compare.pairing import Pairing
from vanban.compare.register_changes import EntryChange
from vanban.compare.sheet import Node, Sheet
from vanban.compare.words import difference, figure_changes, pieces
from vanban.findings import Place
from vanban.model.change import Cause, Change, Consequence, Effect, FigureChange, Piece, Spot
from vanban.model.places import NOWHERE, Places


@dataclass(frozen=True, slots=True)
class Telling:
    """Where everything stands on the two sides."""

    old: Places
    new: Places

    def change(self, root: Root, entries: Mapping[str, EntryChange]) -> Change:
        """A change; `entries` are those of the registers that its document names and that are others now."""
        unit = root.unit
        old = self._spot(root.old, unit.old, unit.old_lines, self.old)
        new = self._spot(root.new, unit.new, unit.new_lines, self.new)
        words = _pieces(root) if unit.deed == "changed" and unit.subject != "layout" else ()
        figures = (self._figure(root),) if root.source and root.source.kind == "figure" else figure_changes(words)
        consequences = [self._consequence(*each) for each in root.consequences]
        return Change(unit.subject, unit.deed, self._cause(root, entries), old, new, words, figures,
                      tuple(sorted(consequences, key=lambda each: (each.new.document, each.new.lines))))

    def _spot(self, sheet: Sheet | None, nodes: Sequence[Node], lines: Sequence[int], places: Places) -> Spot | None:
        if sheet is None or not nodes:
            return None
        numbers = tuple(sorted(lines))
        known = list(dict.fromkeys(node.place for node in nodes if node.place))
        joint = " và " if nodes[0].kind == "zone" else " đến "
        place = joint.join(dict.fromkeys([*known[:1], *known[-1:]]))
        lines_there = [sheet.lines[line] for line in numbers]
        return Spot(sheet.document.name, lines_there[0].address if lines_there else "", place or sheet.document.title,
                    numbers, tuple([each.line.text for each in lines_there]), _place(places, nodes[0].origin))

    def _consequence(self, pairing: Pairing, each: Derived, effect: Effect) -> Consequence:
        sides = (each.old.all_lines(), each.new.all_lines()) if effect == "place" else (each.old.lines, each.new.lines)
        old = self._spot(pairing.old, [each.old], sides[0], self.old)
        new = self._spot(pairing.new, [each.new], sides[1], self.new)
        if old is None or new is None:
            raise ValueError("what follows is on both sides")
        words = pieces("\n".join(old.texts), "\n".join(new.texts))
        return Consequence(effect, old, new, words)

    def _cause(self, root: Root, entries: Mapping[str, EntryChange]) -> Cause:
        source = root.source
        if source is None:
            return Cause(root.unit.cause, "", *root.unit.said)
        if source.kind == "figure":
            origin = source.inputs[0] if source.inputs else NOWHERE
            place = source.typed_at or _place(self.new, origin)
            return Cause("figure", source.name, source.old, source.new, place, source.period)
        entry = entries[source.name]
        return Cause("register", source.name, entry.old, entry.new, _place(self.new, entry.origin))

    def _figure(self, root: Root) -> FigureChange:
        if root.source is None:
            raise ValueError("a figure that has no source")
        old, new = root.source.old, root.source.new
        return FigureChange(old, new, difference(old, new))


def _pieces(root: Root) -> tuple[Piece, ...]:
    """The words of both sides, line by line where there are as many."""
    if root.old is None or root.new is None:
        return ()
    old = [root.old.words[line] for line in sorted(root.unit.old_lines)]
    new = [root.new.words[line] for line in sorted(root.unit.new_lines)]
    if len(old) != len(new):
        return pieces("\n".join(old), "\n".join(new))
    out: list[Piece] = []
    for count, (one, other) in enumerate(zip(old, new, strict=True)):
        out += [Piece("\n", "both")] if count else []
        out += pieces(one, other)
    return tuple(out)


def _place(places: Places, origin: int) -> Place | None:
    return None if origin == NOWHERE else places[origin]
