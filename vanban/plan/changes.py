"""What is to be changed in a source, place by place → the text with it. Comments, order and layout stay.

First the words change, then whole entries go and come: the paths of both are those of the source as it was read.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from vanban.edits.applying import apply
from vanban.edits.entries import edit_items, edit_keys, put_keys
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
    text, parents = _with_keys(_read(source, text), changes)
    for path in parents:
        text = _structured(_read(source, text), path, changes)
    for path, below, value in changes.appended:
        text = _with_item(_read(source, text), path, below, value)
    return text


def _with_keys(source: Source, changes: Changes) -> tuple[str, list[Path]]:
    """The text with the keys that come to mappings from which none goes, at once where that can be; the lists and
    mappings that are left to be edited one by one."""
    parents = _parents(changes)
    dropped = {path[:-1] for path in changes.dropped}
    at_once = [path for path in parents if path not in dropped]
    if len(at_once) > 1:
        with suppress(EditRefused):  # one by one they may be put in
            fixes = put_keys(source, {path: _inserted(source, path, changes) for path in at_once})
            return apply(source.text, fixes, source.file), [path for path in parents if path in dropped]
    return source.text, parents


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


def _parents(changes: Changes) -> list[Path]:
    """The lists and mappings that entries leave or come to, the last and deepest first, so that paths hold."""
    paths = {path[:-1] for path in changes.dropped} | {path for path, *_ in changes.added}
    return sorted(paths, key=lambda path: [(isinstance(part, str), part) for part in path], reverse=True)


def _structured(source: Source, path: Path, changes: Changes) -> str:
    gone = [each[-1] for each in changes.dropped if each[:-1] == path]
    if isinstance(source.value(path), list):
        fixes = edit_items(source, path, removed=[each for each in gone if isinstance(each, int)])
    else:
        keys = {str(each) for each in gone}
        # What goes at the top is typed anew next year, in the same place; its comments wait there.
        fixes = edit_keys(source, path, removed=keys, keeps_comments=not path)
        source = _read(source, apply(source.text, fixes, source.file))
        fixes = edit_keys(source, path, inserted=_inserted(source, path, changes))
    return apply(source.text, fixes, source.file)


def _inserted(source: Source, path: Path, changes: Changes) -> dict[str | None, dict[str, Data]]:
    inserted: dict[str | None, dict[str, Data]] = {}
    there = source.value(path)
    for at, below, key, value in changes.added:
        if at == path:
            inserted.setdefault(below if below in there else None, {})[key] = value
    return inserted
