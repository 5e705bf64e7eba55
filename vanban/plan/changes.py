"""What is to be changed in a source, place by place → the text with it. Comments, order and layout stay.

First the words change, then whole entries go and come: the paths of both are those of the source as it was read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from vanban.edits.applying import apply
from vanban.edits.entries import Edit, edit_items, edit_keys, edit_together
from vanban.edits.rendered import Data
from vanban.edits.values import replace_value
from vanban.errors import EditRefused
from vanban.findings import Fix
from vanban.readers.compose import compose
from vanban.readers.source import Source
from vanban.readers.spans import Path


@dataclass(frozen=True, slots=True)
class Span:
    """Other words for the characters `start` to `end` of the text at `path` (`year_pieces.Piece`)."""

    path: Path
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Changes:
    """spans          words within texts
    values         other values for whole scalars
    dropped        items of lists and keys of mappings that go, each by its path
    added          keys that come: the mapping, the key that they stand below (None: at the top), key and value
    appended       items that come at the end of a list, which is made where it is not there, below that key
    """

    spans: tuple[Span, ...] = ()
    values: Mapping[Path, str] = field(default_factory=dict)
    dropped: tuple[Path, ...] = ()
    added: tuple[tuple[Path, str | None, str, Data], ...] = ()
    appended: tuple[tuple[Path, str, Data], ...] = ()

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(self.spans + other.spans, {**self.values, **other.values}, self.dropped + other.dropped,
                       self.added + other.added, self.appended + other.appended)


NOTHING = Changes()


def changed(source: Source, changes: Changes, starts: Mapping[Path, int]) -> str:
    """The text of `source` with all of them; `starts` says where the texts begin that `spans` speak of.

    Raises EditRefused where two meet, and where the file is written in a way that cannot be edited.
    """
    fixes = [replace_value(source, path, value) for path, value in changes.values.items()]
    fixes += _of_spans(source, changes.spans, starts)
    text = apply(source.text, fixes, source.file)
    if edits := _edits(source, changes):
        text = _structured(_read(source, text), edits)
    for path, below, value in changes.appended:
        text = _with_item(_read(source, text), path, below, value)
    return text


def _structured(source: Source, edits: Sequence[Edit]) -> str:
    """The text with entries of all these lists and mappings gone and come: at once; where that cannot be, in halves."""
    try:
        return apply(source.text, edit_together(source, edits), source.file)
    except EditRefused:
        if len(edits) < 2:
            return _one_by_one(source, edits[0])
    middle = len(edits) // 2
    text = _structured(source, edits[:middle])
    return _structured(_read(source, text), edits[middle:])


def _one_by_one(source: Source, edit: Edit) -> str:
    """The text with entries of one mapping gone, then with those that come."""
    text = apply(source.text, edit_together(source, [replace(edit, keys={})]), source.file)
    left = _read(source, text)
    there = left.value(edit.path)
    keys: dict[str | None, dict[str, Data]] = {}
    for below, entries in edit.keys.items():
        keys.setdefault(below if below in there else None, {}).update(entries)
    return apply(text, edit_together(left, [Edit(edit.path, keys=keys)]), source.file)


def _edits(source: Source, changes: Changes) -> list[Edit]:
    """What leaves lists and mappings and comes to them, those within others first and the last first, so that paths
    hold. What goes at the top is typed anew next year, in the same place; its comments wait there."""
    gone: dict[Path, list[str | int]] = {}
    for path in changes.dropped:
        gone.setdefault(path[:-1], []).append(path[-1])
    come: dict[Path, dict[str | None, dict[str, Data]]] = {}
    for path, below, key, value in changes.added:
        place = below if below in source.value(path) else None
        come.setdefault(path, {}).setdefault(place, {})[key] = value
    paths = sorted({*gone, *come}, key=lambda path: [(isinstance(part, str), part) for part in path], reverse=True)
    return [Edit(path, gone.get(path, ()), keys=come.get(path, {}), keeps_comments=not path) for path in paths]  # type: ignore[arg-type]


def _with_item(source: Source, path: Path, below: str, value: Data) -> str:
    *above, key = path
    if source.has_key(path):
        fixes = edit_items(source, path, inserted={len(source.value(path)): [value]})
    else:
        place = below if below in source.value(tuple(above)) else None
        fixes = edit_keys(source, tuple(above), inserted={place: {str(key): [value]}})
    return apply(source.text, fixes, source.file)


def _read(source: Source, text: str) -> Source:
    composed = compose(source.file, text)
    return replace(source, text=text, data=composed.data, styles=composed.styles)


def _of_spans(source: Source, spans: Sequence[Span], starts: Mapping[Path, int]) -> list[Fix]:
    """In a literal block the characters themselves; any other value is written anew, in quotes where it needs them."""
    fixes: list[Fix] = []
    by_path: dict[Path, list[Fix]] = {}
    for each in spans:
        by_path.setdefault(each.path, []).append(Fix(each.start, each.end, each.words))
    for path, own in by_path.items():
        if source.span(path).style == "|":
            start = starts[path]
            fixes += (Fix(each.start + start, each.end + start, each.text) for each in own)
        else:
            fixes.append(replace_value(source, path, apply(str(source.value(path)), own, source.file)))
    return fixes
