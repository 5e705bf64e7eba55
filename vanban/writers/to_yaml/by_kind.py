"""Nodes → entries: each field under the key that has its name, as the table of keys says of what kind that is."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from decimal import Decimal
from typing import Any

from vanban.dates import short_date
from vanban.keys import Key, keys_of
from vanban.model.deadline import words_of
from vanban.model.inline import Line, Reference
from vanban.numerals import typed_number
from vanban.units import Length
from vanban.writers.to_yaml.emit import Listing, Value
from vanban.writers.to_yaml.inline import inline_source
from vanban.writers.to_yaml.parts import block, lines, listing, millimetres, texts

# Parts that take several lines and stand apart by a blank line.
_APART = frozenset({"de_muc", "dieu", "bang_bieu", "hinh", "nhom_nhiem_vu", "nhiem_vu", "nhom_van_ban"})
Entries = dict[str, Value | None]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes nodes, and the nodes in them.

    made  entries that several fields say, or that are written otherwise than their kind says, by type of node; None:
          the key is not written
    """

    made: Mapping[type[Any], Callable[["Writer", Any], Entries]] = field(default_factory=dict)

    def entries(self, node: Any, part: str) -> dict[str, Value]:
        """The keys of `part` that `node` says, without those that say what goes without saying."""
        make = self.made.get(type(node))
        made, keys = make(self, node) if make else {}, keys_of(part)
        said = {each.name: self._value(getattr(node, each.name), keys[each.name]) for each in fields(node)
                if each.name in keys and each.name not in made and not _is_default(node, each)}
        return {key: value for key, value in (said | made).items() if value is not None and value != ""}

    def nodes(self, nodes: tuple[Any, ...], part: str) -> Listing | None:
        """The entries of several nodes."""
        return listing((self.entries(node, part) for node in nodes), apart=part in _APART)

    def _value(self, value: Any, key: Key) -> Value | None:
        if key.part:
            return self.nodes(value, key.part) if key.value == "records" else self.entries(value, key.part)
        return _WRITERS.get(key.value, _plain)(value, key)


def _is_default(node: Any, each: Field[Any]) -> bool:
    value = getattr(node, each.name)
    return value is None or value == (each.default_factory() if each.default_factory is not MISSING else each.default)


def _plain(value: Any, key: Key) -> Value | None:
    """A number or a length as officers type them; what is text, or a flag, itself."""
    if isinstance(value, Length):
        return millimetres(value)
    return typed_number(value) if isinstance(value, Decimal) else value


def _ids(value: Any, key: Key) -> Value | None:
    """Ids, between brackets where the example of the key shows them so."""
    return texts(map(_id, value), inline=key.shown.example.startswith("["))


def _basis(line: Line) -> str:
    """The ids of one line, or its words."""
    ids = [each.ma for each in line if isinstance(each, Reference) and not each.cach_in]
    return "; ".join(ids) if len(ids) == len(line) else inline_source(line)


def _id(each: Reference | str) -> str:
    return each.ma if isinstance(each, Reference) else each


_WRITERS: Mapping[str, Callable[[Any, Key], Value | None]] = {
    "ngay": lambda value, key: short_date(value),
    "thoi_gian": lambda value, key: words_of(value),
    "dong_chu": lambda value, key: inline_source(value),
    "list dong_chu": lambda value, key: lines(value),
    "list cau_chu": lambda value, key: texts(value),
    "chia_dong": lambda value, key: " | ".join(value),
    "van_ban_thuong": lambda value, key: block(value),
    "danh_sach_ma": _ids,
    "danh_sach_ma_ten": _ids,
    "list nhom_ma_can_cu": lambda value, key: texts(map(_basis, value)),
}
