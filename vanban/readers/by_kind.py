"""Nodes made of records: each field from the key that has its name, as the table of keys says of what kind it is.

What a key gives is told by its kind, and by the type of the field where a kind can be kept in several ways: ids as
texts or as References, a number as a length. A field that is no key and whose type holds nothing but keys of the
mapping is read from the same mapping, as the two days of a validity are.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from typing import Any, NamedTuple, TypeVar, get_args, get_type_hints

from vanban.keys import Key, keys_of
from vanban.model.deadline import Han
from vanban.model.inline import Reference
from vanban.readers.record import Record
from vanban.units import Length

N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes nodes, and the nodes in them.

    made    fields that are made of several keys, or otherwise than their kind says, by type of node
    checks  what is told of a record before a node of a type is made of it
    at      the key whose place is that of a node, by its type; usual: of all others; None: the place of the mapping
    """

    made: Mapping[type[Any], Mapping[str, "Maker"]] = field(default_factory=dict)
    checks: Mapping[type[Any], Callable[[Record], None]] = field(default_factory=dict)
    at: Mapping[type[Any], str] = field(default_factory=dict)
    usual: str | None = None

    def node(self, record: Record, kind: type[N], part: str) -> N:
        """The node of type `kind` that `record` says, whose keys are those of `part`."""
        return kind(**self.values(record, kind, part))

    def nodes(self, record: Record, key: str, kind: type[N], part: str) -> tuple[N, ...]:
        """The nodes of the list under `key`."""
        return tuple(self.node(each, kind, part) for each in record.records(key))

    def values(self, record: Record, kind: type[Any], part: str) -> dict[str, Any]:
        """The values of its fields; those that nothing is said of are left to their defaults."""
        if check := self.checks.get(kind):
            check(record)
        made = self.made.get(kind, {})
        said = {name: make(self, record) for name, make in made.items()}
        for step in _steps(kind, part):
            if step.name not in made and (step.key in record.data or not step.has_default):
                said[step.name] = step.read(self, record)
        return said


Maker = Callable[[Builder, Record], Any]


class _Step(NamedTuple):
    """How one field is read; `key` is "" where that does not depend on one key."""

    name: str
    key: str
    has_default: bool
    read: Maker


_BY_KIND: Mapping[str, Callable[[Record, str], Any]] = {
    "flag": Record.flag, "ma": Record.id, "ma_nguoi_ky": Record.id_or_question,
    "danh_sach_ma": Record.ids, "danh_sach_ma_ten": Record.ids_or_names, "ngay": Record.date, "so": Record.decimal,
    "thoi_gian": Record.deadline, "own": Record.text, "found": Record.text, "chu": Record.text, "ten_goi": Record.text,
    "cau_chu": Record.text, "chu_so": Record.text, "chu_viet_tat": Record.text, "danh_so": Record.text,
    "list nhom_ma_can_cu": Record.bases, "list ngay": Record.dates,
    "chia_dong": Record.broken, "dong_chu": Record.line, "list dong_chu": Record.lines, "list cau_chu": Record.texts,
    "nam": Record.year, "ma_ky": Record.text, "list ma_ky": Record.texts,
    "van_ban_thuong": Record.block,
}
# The same, where the field holds nodes or values of a type.
_BY_TYPE: Mapping[tuple[str, type[Any]], Callable[[Record, str], Any]] = {
    ("danh_sach_ma", Reference): Record.references,
    ("so", Length): Record.millimetres, ("own", Length): Record.millimetres,
    ("list dong_chu", str): Record.texts, ("own", Han): Record.deadline,
}


# What was worked out of the fields of nodes and the keys of parts, which do not change while the program runs.
_STEPS: dict[tuple[type[Any], str], tuple[_Step, ...]] = {}


def _steps(kind: type[Any], part: str) -> tuple[_Step, ...]:
    """How each field of `kind` is read from a mapping of `part`; fields that have nothing there are left out."""
    if (kind, part) not in _STEPS:
        _STEPS[kind, part] = tuple(_worked_out(kind, part))
    return _STEPS[kind, part]


def _worked_out(kind: type[Any], part: str) -> Iterator[_Step]:
    keys, hints = keys_of(part), get_type_hints(kind)
    for each in fields(kind):
        has_default = each.default is not MISSING or each.default_factory is not MISSING
        if each.name == "origin":
            yield _Step("origin", "", False, lambda builder, record: record.origin(builder.at.get(kind, builder.usual)))
        elif each.name == "origins":
            yield _Step("origins", "", False, lambda _, record: {key: record.origin(key) for key in record.data})
        elif key := keys.get(each.name):
            default = each.default if has_default else next(iter(key.choices), None)
            yield _Step(each.name, each.name, has_default, _reading(each.name, key, hints[each.name], default))
        elif (inner := _inner(hints[each.name])) and all(below.name in keys for below in fields(inner)):
            yield _Step(each.name, "", False, _same_record(inner, part))


def _reading(name: str, key: Key, hint: Any, default: Any) -> Maker:
    """How the field `name` is read from the key of that name."""
    if key.part:
        return _nested(name, key, hint)
    if key.kind == "choice":
        return lambda builder, record: record.choice(name, tuple(key.choices), default)
    if key.kind == "own" and key.schema.get("type") == "integer":
        return lambda builder, record: _whole(record.number(name, default or 0), key, default or 0)
    if name == "ma":  # whatever it looks like, others point to it so
        return lambda builder, record: record.text(name)
    read = next((_BY_TYPE[key.value, each] for each in _types(hint) if (key.value, each) in _BY_TYPE), None)
    read = read or _BY_KIND.get(key.value)
    if read is None:
        return _unread(name, key)
    return lambda builder, record: read(record, name)


def _whole(value: int, key: Key, default: int) -> int:
    """A whole number that the schema takes; of one that it has refused the default."""
    least, most = key.schema.get("minimum", value), key.schema.get("maximum", value)
    return value if least <= value <= most and value in key.schema.get("enum", (value,)) else default


def _nested(name: str, key: Key, hint: Any) -> Maker:
    inner = _inner(hint)
    if inner is None:
        return _unread(name, key)
    if key.value == "records":
        return lambda builder, record: builder.nodes(record, name, inner, key.part)
    return lambda builder, record: builder.node(below, inner, key.part) if (below := record.part(name)) else None


def _same_record(inner: type[Any], part: str) -> Maker:
    return lambda builder, record: builder.node(record, inner, part)


def _unread(name: str, key: Key) -> Maker:
    """Of a field that only a Builder knows to make."""
    def refuse(builder: Builder, record: Record) -> Any:
        raise TypeError(f"no way to read “{key.kind}” into the field {name}")
    return refuse


def _inner(hint: Any) -> type[Any] | None:
    """The dataclass that a field holds, alone or in a tuple; None for none."""
    return next((each for each in _types(hint) if is_dataclass(each)), None)


def _types(hint: Any) -> Iterator[type[Any]]:
    """The types that a hint speaks of: of unions and tuples their parts."""
    if isinstance(hint, type):
        yield hint
    for part in get_args(hint):
        yield from _types(part)
