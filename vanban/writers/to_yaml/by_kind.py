"""Fields of a node → the keys that have their names, as the table of keys says of each what kind it is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from vanban.dates import short_date
from vanban.keys import Key
from vanban.writers.to_yaml.emit import Value
from vanban.writers.to_yaml.inline import inline_source
from vanban.writers.to_yaml.parts import block, lines, texts


def _as_it_is(value: Any) -> Any:
    return value


_WRITERS: Mapping[str, Callable[[Any], Value | None]] = {
    "ngay": short_date, "danh_sach_ma": texts, "dong_chu": inline_source, "list dong_chu": lines,
    "van_ban_thuong": block, "flag": _as_it_is, "ma": _as_it_is, "chu": _as_it_is, "ten_goi": _as_it_is,
    "cau_chu": _as_it_is, "chu_so": _as_it_is, "chu_viet_tat": _as_it_is, "danh_so": _as_it_is, "choice": _as_it_is,
    "own": _as_it_is,
}


def entries_by_kind(node: Any, keys: Mapping[str, Key]) -> dict[str, Value | None]:
    """The keys of `node` that one field alone says, without those that say what goes without saying."""
    return dict(_entries(node, keys))


def _entries(node: Any, keys: Mapping[str, Key]) -> Iterator[tuple[str, Value | None]]:
    for each in fields(node):
        value, key = getattr(node, each.name), keys.get(each.name)
        if key and value != each.default and (writer := _WRITERS.get(key.value)):
            yield each.name, writer(value)
