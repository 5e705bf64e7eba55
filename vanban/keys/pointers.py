"""Which entries of the registers a document names, and which those name in turn: by the kinds of the table of keys.

A key of kind “ma co_quan” names a body, wherever it stands; nobody lists such keys. Signs in running text that name an
entry are References of the tree and are not looked at here.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from vanban.ids import ids_of_basis, ids_referred_to, is_id
from vanban.keys import Key, keys_of, lists, parts

# Entries of the registers as data, by the key of their list.
Entries = Mapping[str, list[dict[str, Any]]]
_BY_NAME = "ten_goi"
# Ids, and names of what is in no register.
_OR_NAME = "danh_sach_ma_ten"
_Path = tuple[str | int, ...]


class Named(NamedTuple):
    """An entry that a key names, of one of the `registers`.

    words   its id, or its name where `by_name`
    path    the keys from where the looking began, in lists with the place in them
    origin  where a node of the tree says it; None in data
    """

    registers: tuple[str, ...]
    words: str
    by_name: bool
    path: _Path
    origin: int | None


def named(holder: Any, part: str, path: _Path = (), origin: int | None = None) -> Iterator[Named]:
    """What the keys of `holder`, and of the mappings in it, name.

    holder  a mapping of `part` (a document for ""): data, or a node of the tree, whose fields have the names of keys
    path, origin  those of `holder`, where it has none of its own
    """
    origin = getattr(holder, "origin", origin)
    for name, key in _ways(part):
        if not (value := _value(holder, name)):
            continue
        own = holder.origin_of(name) if hasattr(holder, "origin_of") else origin
        for at, each in _leaves(value):
            here = (*path, name, *at)
            if key.registers:
                for words in _words(each, key.value):
                    yield Named(key.registers, words, key.value == _BY_NAME, here, getattr(each, "origin", own))
            elif not isinstance(each, str):  # the schema has refused it
                yield from named(each, key.part, here, own)


def ids_named(documents: Iterable[Any]) -> set[str]:
    """The ids that the keys of documents name."""
    return {each.words for van_ban in documents for each in named(van_ban, "") if not each.by_name}


def ids_named_by_entry(kind: str, entry: Any) -> Iterator[tuple[str, str]]:
    """Register and id of the entries that an entry of the list `kind` names by their ids."""
    return ((register, each.words) for each in named(entry, lists()[kind][0]) if not each.by_name
            for register in each.registers)


def closed(used: Iterable[str], entries: Entries) -> set[str]:
    """`used` with the ids of the entries that those name in turn, by id or by name: the superior of a body, the
    successor and the issuer of an act."""
    by_id = {entry.get("ma"): (kind, entry) for kind, listed in entries.items() for entry in listed}
    by_name = {(kind, entry.get(_BY_NAME)): entry.get("ma") for kind, entry in by_id.values()}
    found, waiting = set(used), list(used)
    while waiting:
        kind, entry = by_id.get(waiting.pop(), ("", {}))
        for each in named(entry, lists()[kind][0]) if kind in lists() else ():
            ma = by_name.get((each.registers[0], each.words)) if each.by_name else each.words
            if ma and ma not in found:
                found.add(ma)
                waiting.append(ma)
    return found


@cache
def _ways(part: str) -> tuple[tuple[str, Key], ...]:
    """The keys of a part that name entries, or hold mappings in which some key does."""
    return tuple((name, key) for name, key in keys_of(part).items() if key.registers or key.part in _naming())


@cache
def _naming() -> frozenset[str]:
    """The parts in which, or below which, a key names entries."""
    naming: set[str] = set()
    while more := {name for name, part in parts().items() if name not in naming
                   and any(key.registers or key.part in naming for key in part.keys.values())}:
        naming |= more
    return frozenset(naming)


def _value(holder: Any, name: str) -> Any:
    return holder.get(name) if isinstance(holder, Mapping) else getattr(holder, name, None)


def _leaves(value: Any) -> Iterator[tuple[tuple[int, ...], Any]]:
    """What stands under a key: itself, or what is in its list, each with its place there."""
    if isinstance(value, tuple | list):
        for index, each in enumerate(value):
            for below, leaf in _leaves(each):
                yield (index, *below), leaf
    else:
        yield (), value


def _words(leaf: Any, kind: str) -> list[str]:
    """The ids, or the name, in a text; the id of a node that has one (`ma`)."""
    if kind == _OR_NAME and not is_id(leaf):
        return []
    if isinstance(leaf, str):
        return _ids_of_basis(leaf) if kind == "list nhom_ma_can_cu" else [leaf]
    return [leaf.ma] if hasattr(leaf, "ma") else []


def _ids_of_basis(line: str) -> list[str]:
    ids = ids_of_basis(line)
    return ids_referred_to(line) if ids is None else list(ids)
