"""Entries of a document → lines of YAML: keys in the order of the schema, each thing in the shape officers give it.

Running text stands in a literal block, headings and tasks apart by a blank line, short columns and rows on one line
between braces. Nothing is wrapped. Nothing here knows a key but those that open a group at the top.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vanban.scalars import scalar

Schema = Mapping[str, Any]
Follow = Callable[[Schema], Schema]

# A mapping or list between braces takes a line no longer than this.
_WIDTH = 140
# Short entries at the top that begin a group, as the zones of the page do.
_OPENING = frozenset({"co_quan", "trich_yeu", "danh_so", "nguoi_ky", "thu_ky"})


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal block, line by line."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list.

    apart   its items stand apart by a blank line
    inline  it stands between square brackets where it fits
    """

    items: tuple["Value", ...]
    apart: bool = False
    inline: bool = False


Value = str | int | Literal | Listing | Mapping[str, "Value"]
Entries = Mapping[str, Value]


def emit(entries: Entries, schema: Schema, follow: Follow) -> str:
    """The text of a file, without its editor line.

    follow  a schema with what it refers to (`$ref`)
    """
    return "\n".join([*_Emitter(follow).top(entries, schema), ""])


class _Emitter:
    def __init__(self, follow: Follow) -> None:
        self._follow = follow

    def top(self, entries: Entries, schema: Schema) -> Iterator[str]:
        """The entries of the document; a blank line before what takes several lines or opens a group."""
        before: list[str] = []
        for key, value, below in self._ordered(entries, schema):
            lines = self._entry(key, value, below, 0)
            follows_long = len(before) > 1 and not before[-1].startswith("  - ")
            if before and (len(lines) > 1 or key in _OPENING or follows_long):
                yield ""
            yield from lines
            before = lines

    def _ordered(self, entries: Entries, schema: Schema) -> Iterator[tuple[str, Value, Schema]]:
        """The entries, each with its schema: first those with names of their own, as cells of a row; last any that
        the schema does not let be."""
        known = schema.get("properties", {})
        other = self._follow(schema.get("additionalProperties") or {})
        order = {key: place for place, key in enumerate(known)}
        for key in sorted(entries, key=lambda key: order.get(key, -1 if other else len(order))):
            yield key, entries[key], self._follow(known[key]) if key in known else other

    def _entry(self, key: str, value: Value, schema: Schema, column: int) -> list[str]:
        """One key and its value; `column` is where the key stands in the file."""
        name = scalar(key)
        match value:
            case Literal(lines):
                return [f"{name}: |", *_indented(lines)]
            case Listing(items) if items:
                listed = f"{name}: {self._flow(value, schema)}" if value.inline else ""
                if listed and column + len(listed) <= _WIDTH:
                    return [listed]
                return [f"{name}:", *_indented(self._items(value, schema, column + 2))]
            case Mapping() if value:
                return [f"{name}:", *_indented(self._mapping(value, schema, column + 2))]
        return [f"{name}: {self._flow(value, schema)}"]

    def _mapping(self, entries: Entries, schema: Schema, column: int) -> list[str]:
        return [line for key, value, below in self._ordered(entries, schema)
                for line in self._entry(key, value, below, column)]

    def _items(self, listing: Listing, schema: Schema, column: int) -> Iterator[str]:
        items = self._follow(schema.get("items", {}))
        before: list[str] = []
        for value in listing.items:
            lines = self._item(value, items, column, is_short=not listing.apart)
            if listing.apart and before and max(len(before), len(lines)) > 1:
                yield ""
            yield from lines
            before = lines

    def _item(self, value: Value, schema: Schema, column: int, *, is_short: bool) -> list[str]:
        """One item with its dash; between braces where it is made of short entries and fits on a line."""
        if not (isinstance(value, Mapping) and value):
            return [f"- {self._flow(value, schema)}"]
        if is_short and len(value) > 1 and not any(isinstance(v, Literal | Listing | Mapping) for v in value.values()):
            line = f"- {self._flow(value, schema)}"
            if column + len(line) <= _WIDTH:
                return [line]
        first, *rest = self._mapping(value, schema, column + 2)
        return [f"- {first}", *_indented(rest)]

    def _flow(self, value: Value, schema: Schema, *, within: bool = False) -> str:
        """A value on one line; `within`: inside braces or brackets."""
        match value:
            case Mapping():
                entries = (
                    f"{scalar(key, in_flow=True)}: {self._flow(each, below, within=True)}"
                    for key, each, below in self._ordered(value, schema)
                )
                return f"{{{', '.join(entries)}}}"
            case Listing(items):
                below = self._follow(schema.get("items", {}))
                return f"[{', '.join(self._flow(each, below, within=True) for each in items)}]"
            case bool():
                return "true" if value else "false"
            case int():
                return str(value)
            case str():
                kinds = schema.get("type", "")
                is_number = not {"number", "integer"}.isdisjoint([kinds] if isinstance(kinds, str) else kinds)
                return scalar(value, in_flow=within, is_number=is_number)
        raise TypeError(f"a block does not fit on a line: {value}")


def _indented(lines: Iterator[str] | list[str] | tuple[str, ...]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]
