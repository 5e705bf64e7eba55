"""Fields of a node read from the keys that have their names, as the table of keys says of each what kind it is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from vanban.keys import Key
from vanban.readers.record import Record

_READERS: Mapping[str, Callable[[Record, str], Any]] = {
    "flag": Record.flag, "ma": Record.id, "danh_sach_ma": Record.ids, "ngay": Record.date, "so": Record.decimal,
    "chu": Record.text, "ten_goi": Record.text, "cau_chu": Record.text, "chu_so": Record.text,
    "chu_viet_tat": Record.text, "danh_so": Record.text, "dong_chu": Record.line, "list dong_chu": Record.lines,
    "list cau_chu": Record.texts, "van_ban_thuong": Record.block,
}


def read_fields(record: Record, node: type[Any], keys: Mapping[str, Key]) -> dict[str, Any]:
    """The values of the fields of `node` that one key alone says; what is made of several values is left to the caller.

    keys  those that the mapping may have; of a field that is none of them nothing is read
    """
    return dict(_read(record, node, keys))


def _read(record: Record, node: type[Any], keys: Mapping[str, Key]) -> Iterator[tuple[str, Any]]:
    for each in fields(node):
        if (key := keys.get(each.name)) is None:
            continue
        if key.kind == "choice":
            read = Record.option if each.default is None else Record.choice
            yield each.name, read(record, each.name, tuple(key.choices))
        elif key.kind == "own":
            yield each.name, (Record.number if key.schema.get("type") == "integer" else Record.text)(record, each.name)
        elif reader := _READERS.get(key.value):
            yield each.name, reader(record, each.name)
