"""A comparison of two revisions → the reasons of its changes: what the commits say that have touched their places."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from vanban.compare.tracing import Lines
from vanban.findings import Place
from vanban.model.change import Change, DocumentChanges, DocumentSide, Spot
from vanban.model.places import NOWHERE, Places
from vanban.pipeline.checking import Checked
from vanban.pipeline.diffing import Compared
from vanban.pipeline.git import repository
from vanban.pipeline.history import Where, history
from vanban.pipeline.project import Project

# Of a change; changes that nobody gave a reason for are not among them.
Reasons = Mapping[Change, tuple[str, ...]]


def reasons_of(project: Project, both: Compared) -> Reasons:
    """Why each change was made, in the order of the commits; {} where no git knows both sides."""
    review = both.diffed.review
    if review.old.kind != "revision" or review.new.kind not in ("revision", "working_tree"):
        return {}
    documents = list(review.comparison)
    olds, news = (_Side(checked, {side.name: side for each in documents if (side := getattr(each, name))})
                  for checked, name in ((both.old, "old"), (both.new, "new")))
    places = {change: _where(change, document, olds, news) for document in documents for change in document.changes}
    files = {file for each in places.values() for lines in (each.old, each.new) for file in lines}
    known = history(repository(project.root), review.old.commit, review.new.commit, files)
    if known is None:
        return {}
    found = {change: known.reasons_of(where) for change, where in places.items()}
    return {change: reasons for change, reasons in found.items() if reasons}


def _where(change: Change, document: DocumentChanges, olds: "_Side", news: "_Side") -> Where:
    old, new = olds.lines(change.old, change.subject), news.lines(change.new, change.subject, change.cause.source)
    if change.deed != "moved" or not (change.old and change.new and change.old.lines and change.new.lines):
        return Where(old, new)
    start, end = change.old.lines[0], change.new.lines[0]
    own = {*change.new.lines}
    crossed = [(before, after) for before, after in document.pairs
               if (before - start) * (after - end) < 0 and after not in own]
    past = [replace(spot, lines=tuple(lines)) for spot, lines in
            zip((change.old, change.new), zip(*crossed, strict=True), strict=True)] if crossed else [None, None]
    return Where(old, new, olds.lines(past[0]), news.lines(past[1]))


@dataclass(slots=True)
class _Side:
    """Where things stand in the files of one side; documents by their names on it."""

    checked: Checked | None
    documents: Mapping[str, DocumentSide]
    _starts: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def lines(self, spot: Spot | None, subject: str = "", cause: Place | None = None) -> Lines:
        """The lines of the files that a change stands in, of a column its head, and those of what has caused it."""
        found: dict[str, set[int]] = defaultdict(set)
        if self.checked and spot and (document := self.documents.get(spot.document)):
            for number in spot.lines:
                line = document.lines[number]
                if subject == "column" and line.cell and line.cell.role == "chu":
                    continue
                for origin in {line.origin, *(words.origin for words in line.words)} - {NOWHERE}:
                    self._add(found, origin, document)
        if self.checked and cause:
            found[cause.file].update(_entry(self.checked, cause))
        return {file: frozenset(lines) for file, lines in found.items()}

    def _add(self, found: dict[str, set[int]], origin: int, document: DocumentSide) -> None:
        """What was typed there, up to where something else that is printed begins."""
        places = self._places
        place = places[origin]
        typed = places.typed(origin)
        end = place.line + typed.text[typed.start:typed.end].rstrip().count("\n") if typed else place.line
        starts = self._starts_of(document).get(place.file, [])
        after = bisect_right(starts, place.line)
        found[place.file].update(range(place.line, min([end + 1, *starts[after:after + 1]])))

    def _starts_of(self, document: DocumentSide) -> dict[str, list[int]]:
        """In which lines of each file something begins that the document prints."""
        if document.name not in self._starts:
            starts: dict[str, set[int]] = defaultdict(set)
            for line in document.lines:
                for origin in {line.origin, *(words.origin for words in line.words)} - {NOWHERE}:
                    place = self._places[origin]
                    starts[place.file].add(place.line)
            self._starts[document.name] = {file: sorted(lines) for file, lines in starts.items()}
        return self._starts[document.name]

    @property
    def _places(self) -> Places:
        if self.checked is None:
            raise ValueError("a side that was not read has no places")
        return self.checked.content.places


def _entry(checked: Checked, place: Place) -> Iterator[int]:
    """The lines of an entry of a register, of a target, of a figure: down to the next line that is indented no more."""
    source = checked.content.sources.get(place.file)
    rows = source.raw.decode("utf-8").splitlines() if source else []
    yield place.line
    first = _indent(rows[place.line - 1]) if place.line <= len(rows) else 0
    for number, row in enumerate(rows[place.line:], place.line + 1):
        if row.strip() and _indent(row) <= first:
            return
        yield number


def _indent(row: str) -> int:
    """How deep a line stands, the dash of an entry not counted."""
    return len(row) - len(row.lstrip())
