"""Items of a list and keys of a mapping, removed and put in → the Fixes.

Whatever a file looks like, the edit is tried on its text first: where that would not read as the data that were meant,
nothing is edited.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vanban.edits.in_block import in_block
from vanban.edits.in_flow import in_flow
from vanban.edits.layout import Layout, is_in_block
from vanban.edits.refusals import data_at, not_there, tried, with_value
from vanban.edits.rendered import Data, entry, flow, flow_entry, item
from vanban.findings import Fix
from vanban.readers.source import Source
from vanban.readers.spans import Path

Items = Mapping[int, Sequence[Data]]
Keys = Mapping[str | None, Mapping[str, Data]]


@dataclass(frozen=True, slots=True)
class Edit:
    """What goes from the list or mapping at `path` and what comes to it, as `edit_items` and `edit_keys` take it."""

    path: Path
    removed: Collection[int] | Collection[str] = ()
    items: Items = field(default_factory=dict)
    keys: Keys = field(default_factory=dict)
    keeps_comments: bool = False


def edit_items(
    source: Source, path: Path, removed: Collection[int] = (), inserted: Items | None = None, *,
    keeps_comments: bool = False,
) -> list[Fix]:
    """The fixes that take items out of the list at `path` and put others in.

    removed   indices as the file has them
    inserted  by the index of the item that they stand above; the length of the list puts them at its end
    keeps_comments  whether those of items that go stay, where items have lines of their own

    Raises EditRefused for an index that is not there.
    """
    edit = Edit(path, removed, items=inserted or {}, keeps_comments=keeps_comments)
    return tried(source, path, *_of_items(source, source.value(path), edit))


def edit_keys(
    source: Source, path: Path, removed: Collection[str] = (), inserted: Keys | None = None, *,
    keeps_comments: bool = False,
) -> list[Fix]:
    """The fixes that take keys out of the mapping at `path` and put others in.

    inserted  by the key that they stand below, None for the top
    keeps_comments  as of `edit_items`

    Raises EditRefused for a key that is not there, and for a new one that is.
    """
    edit = Edit(path, removed, keys=inserted or {}, keeps_comments=keeps_comments)
    return tried(source, path, *_of_keys(source, source.value(path), edit))


def edit_together(source: Source, edits: Sequence[Edit]) -> list[Fix]:
    """The fixes of several edits, none of which is in what another removes; of what lies within others first.
    The text is read once for all of them. Raises EditRefused as `edit_items` and `edit_keys` do."""
    data, fixes = source.data, list[Fix]()
    for edit in edits:
        old = data_at(data, edit.path)
        meant, own = (_of_items if isinstance(old, list) else _of_keys)(source, old, edit)
        data = with_value(data, edit.path, meant)
        fixes += own
    return tried(source, (), data, fixes)


def _of_items(source: Source, old: Any, edit: Edit) -> tuple[list[Any], list[Fix]]:
    """What the list is to be, of what it is (`old`), and the fixes."""
    path, new, removed = edit.path, edit.items, {at for at in edit.removed if isinstance(at, int)}
    length = len(old) if isinstance(old, list) else 0
    if not (removed <= set(range(length)) and set(new) <= set(range(length + 1)) and isinstance(old, list | str)):
        raise not_there(source, path)
    meant = [each for at in range(length + 1)
             for each in (*new.get(at, ()), *(old[at : at + 1] if at < length and at not in removed else ()))]
    within = _is_within_brackets(source, path)
    lines = {at: [[flow(each)] if within else item(each) for each in listed] for at, listed in new.items() if listed}
    return meant, _edited(source, path, removed, lines, "[]", edit.keeps_comments)


def _of_keys(source: Source, old: Any, edit: Edit) -> tuple[dict[str, Any], list[Fix]]:
    """What the mapping is to be, of what it is (`old`), and the fixes."""
    path, new, removed = edit.path, edit.keys, {key for key in edit.removed if isinstance(key, str)}
    names = list(old) if isinstance(old, dict) else []
    added = [key for entries in new.values() for key in entries]
    unknown = (removed | set(new) - {None}) - set(names)
    if unknown or set(added) & (set(names) - removed) or len(set(added)) < len(added):
        raise not_there(source, path)
    kept = {key: value for key, value in old.items() if key not in removed} if names else {}
    meant: dict[str, Any] = kept | {key: value for entries in new.values() for key, value in entries.items()}
    within = _is_within_brackets(source, path)
    order = Layout(source, path).names
    lines = {0 if below is None else order.index(below) + 1: [
        [flow_entry(key, value)] if within else entry(key, value) for key, value in entries.items()]
        for below, entries in new.items() if entries}
    return meant, _edited(source, path, {order.index(key) for key in removed}, lines, "{}", edit.keeps_comments)


def _is_within_brackets(source: Source, path: Path) -> bool:
    """Whether what is put in stands between brackets: an empty list of block style is opened up."""
    layout = Layout(source, path)
    return not is_in_block(source, path) or layout.is_flow and (bool(layout.names) or not path)


def _edited(
    source: Source, path: Path, removed: Collection[int], lines: Mapping[int, list[list[str]]], empty: str,
    keeps_comments: bool,
) -> list[Fix]:
    layout = Layout(source, path)
    if _is_within_brackets(source, path):
        return in_flow(layout, removed, {at: [text for (text,) in each] for at, each in lines.items()})
    return in_block(layout, removed, lines, empty, keeps_comments=keeps_comments)
