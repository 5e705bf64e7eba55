"""Which entries of the registers a document names, and which those name in turn: by the kinds of the table of keys.

A key of kind “ma co_quan” names a body, wherever it stands; nobody lists such keys. Signs in running text that name an
entry are References of the tree and are not looked at here.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vanban.keys import Key, document_keys, parts, register_parts

# Entries of the registers as data, by the key of their list.
Entries = Mapping[str, list[dict[str, Any]]]
_BY_NAME = "ten_goi"


def named_by(holder: Any, keys: Mapping[str, Key]) -> Iterator[tuple[str, Key]]:
    """What the keys of `holder`, and of the mappings in it, name, each with its key.

    holder  a node of the tree, whose fields have the names of the keys; or data
    """
    for name, key in keys.items():
        value = holder.get(name) if isinstance(holder, Mapping) else getattr(holder, name, None)
        if value and key.part:
            for each in value if isinstance(value, tuple | list) else (value,):
                yield from named_by(each, parts()[key.part].keys)
        elif value and key.register:
            yield from ((word, key) for word in _words(value))


def ids_named(documents: Iterable[Any]) -> set[str]:
    """The ids that the keys of documents name."""
    return {ma for van_ban in documents for ma, key in named_by(van_ban, document_keys()) if key.value != _BY_NAME}


def closed(used: Iterable[str], entries: Entries) -> set[str]:
    """`used` with the ids of the entries that those name in turn, by id or by name: the superior of a body, the
    successor and the issuer of an act."""
    by_id = {entry.get("ma"): (kind, entry) for kind, listed in entries.items() for entry in listed}
    by_name = {(kind, entry.get(_BY_NAME)): entry.get("ma") for kind, entry in by_id.values()}
    found, waiting = set(used), list(used)
    while waiting:
        kind, entry = by_id.get(waiting.pop(), ("", {}))
        for word, key in named_by(entry, register_parts()[kind].keys if kind else {}):
            ma = by_name.get((key.register, word)) if key.value == _BY_NAME else word
            if ma and ma not in found:
                found.add(ma)
                waiting.append(ma)
    return found


def ids_named_by_entry(kind: str, entry: Any) -> Iterator[tuple[str, str]]:
    """Register and id of the entries that a node of the register `kind` names by their ids."""
    keys = register_parts()[kind].keys
    return ((key.register, ma) for ma, key in named_by(entry, keys) if key.value != _BY_NAME)


def _words(value: Any) -> Iterator[str]:
    """The ids, or names, in the value of a key: words, nodes that have an id (`ma`), lists of these."""
    if isinstance(value, tuple | list):
        for each in value:
            yield from _words(each)
    elif value:
        yield value if isinstance(value, str) else str(value.ma)
