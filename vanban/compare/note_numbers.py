"""Footnotes that have another number now, and the lines that call them otherwise → the change that made it so.

A note counts through the whole document, and a line shows the number of each note that it calls: one note taken out
gives all behind it other numbers, and the line that called it has lost a mark, though nobody typed other words there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanban.compare.listing import Derived, Unit
from vanban.compare.looks import notes_at
from vanban.compare.pairing import Pairing
from vanban.compare.sheet import Node, Sheet

_STRUCTURAL = ("added", "removed", "moved")


@dataclass(frozen=True, slots=True)
class NoteNumbers:
    """What the changes of one document, `units`, did to the numbers of its notes."""

    pairing: Pairing
    units: Sequence[Unit]

    def follow(self) -> Iterator[tuple[Derived, Unit | None]]:
        """Notes and lines with other numbers now, each with its change. A line that is told for its own words shows its
        marks there."""
        told = {line for unit in self.units for line in unit.new_lines}
        before, after = _called(self.pairing.old), _called(self.pairing.new)
        for old, new in self.pairing.pairs():
            if new.kind == "note":
                is_other = old.mark != new.mark
            else:
                olds, news = before.get(old, []), after.get(new, [])
                is_other = [note.mark for note in olds] != [note.mark for note in news]
            if is_other and told.isdisjoint(new.lines):
                yield Derived(old, new, is_mark=True), self._cause(old, new, before, after)

    def _cause(
        self, old: Node, new: Node, before: dict[Node, list[Node]], after: dict[Node, list[Node]]
    ) -> Unit | None:
        """The change that put in or took out a note that the line calls; else the nearest in front that moves the count
        the way in which it went; else one that moved a line."""
        olds, news = ([old], [new]) if new.kind == "note" else (before.get(old, []), after.get(new, []))
        for note in (*olds, *news):
            if self.pairing.of(note) is None and (unit := self._holding(note)):
                return unit
        apart = next(((int(one.mark), int(other.mark)) for one in olds for other in news
                      if self.pairing.of(one) is other and one.mark != other.mark), None)
        counted = self._counted(*apart) if apart else None
        structural = [unit for unit in self.units if unit.deed in _STRUCTURAL and unit.subject != "document"]
        moved = [unit for unit in structural if unit.deed == "moved"]
        return counted or next(iter((*moved, *structural)), None)

    def _counted(self, old: int, new: int) -> Unit | None:
        sheet, limit = (self.pairing.old, old) if new < old else (self.pairing.new, new)
        alone = [note for note in _notes(sheet) if self.pairing.of(note) is None and int(note.mark) < limit]
        return next((unit for note in reversed(alone) if (unit := self._holding(note))), None)

    def _holding(self, note: Node) -> Unit | None:
        """The change that a note came with, or went with."""
        for unit in self.units:
            for nodes, lines in ((unit.old, unit.old_lines), (unit.new, unit.new_lines)):
                is_side = any(note is each for top in nodes for each in top.walk()) or self._is_of(note, lines)
                if is_side and unit.deed in ("added", "removed"):
                    return unit
        return None

    def _is_of(self, note: Node, lines: Sequence[int]) -> bool:
        return bool(note.lines) and note.lines[0] in lines


def _notes(sheet: Sheet) -> list[Node]:
    return [node for node in sheet.root.walk() if node.kind == "note"]


def _called(sheet: Sheet) -> dict[Node, list[Node]]:
    """The notes that each node calls, in the order of its lines."""
    known = {note.ma: note for note in _notes(sheet)}
    found: dict[Node, list[Node]] = {}
    for node in sheet.root.walk() if known else ():
        calls = [known[ma] for line in node.lines for ma in notes_at(sheet.lines[line].line) if ma in known]
        if calls:
            found[node] = calls
    return found
