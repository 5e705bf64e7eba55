"""A schema as the reader walks it: which keys a mapping has, what a scalar is made into.

Scalars are text until the schema types them: the text of booleans and integers is made into values, what is no running
text loses the line feed of its block, everything else stays as written. A key with nothing behind it counts as not
written. A misspelt key is read as the key it most likely means.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from vanban.keys import key_names
from vanban.numerals import LONGEST
from vanban.readers.spans import Path
from vanban.slips import Names

# Told of each misspelt key: the path of its mapping, the key, the key that it was taken for.
Meant = Callable[[Path, str, str], None]
_BOOLEANS = {"true": True, "false": False}
# Longer ones stay text, which the schema refuses: no key holds such a number, and Python makes none of 5,000 digits.
_INTEGER = re.compile(rf"-?[0-9]{{1,{LONGEST}}}")


@dataclass
class Shape:
    """One schema; `follow` gives a schema with what it refers to."""

    schema: Mapping[str, Any]
    follow: Callable[[Any], Any]
    _slips: dict[str, str | None] = field(default_factory=dict, repr=False)

    @cached_property
    def _keys(self) -> dict[str, "Shape"]:
        return {key: self._below(schema) for key, schema in self.schema.get("properties", {}).items()}

    @cached_property
    def _names(self) -> Names:
        return Names(self._keys, are_all=True)

    @cached_property
    def _items(self) -> "Shape":
        return self._below(self.schema.get("items", {}))

    @cached_property
    def _others(self) -> "Shape":
        return self._below({})

    @cached_property
    def _type(self) -> Any:
        return self.schema.get("type")

    @cached_property
    def _is_closed(self) -> bool:
        return self.schema.get("additionalProperties") is False

    def _below(self, schema: Any) -> "Shape":
        return Shape(self.follow(schema), self.follow)

    def typed(self, data: Any, meant: Meant, path: Path = ()) -> Any:
        """`data` with its booleans and integers, without the keys of the schema that stand there empty, misspelt keys
        under the names that they mean; `meant` is told of those and may rename them in `data`."""
        if isinstance(data, str):
            return self._scalar(data)
        if isinstance(data, dict):
            return self._mapping(data, meant, path)
        items = self._items
        return [items.typed(value, meant, (*path, index)) for index, value in enumerate(data)]

    @cached_property
    def _is_value(self) -> bool:
        """Whether it is no running text. A block (|, >) ends in a line feed that belongs to YAML and not to the value:
        only running text keeps it, whose places are counted from the block."""
        return bool(self.schema) and self.schema.get("format") != "van_ban_thuong"

    def _scalar(self, data: str) -> Any:
        if data[-1:] == "\n" and self._is_value:
            data = data.rstrip("\n")
        if self._type == "boolean" or isinstance(self._type, list) and "boolean" in self._type:
            return _BOOLEANS.get(data, data)
        return int(data) if self._type == "integer" and _INTEGER.fullmatch(data) else data

    def _mapping(self, data: dict[str, Any], meant: Meant, path: Path) -> dict[str, Any]:
        keys = self._keys
        if self._is_closed and not data.keys() <= keys.keys():
            for close, key in self._misspelt(data).items():
                meant(path, key, close)
        typed: dict[str, Any] = {}
        for key, value in data.items():
            below = keys.get(key)
            if below is None:
                typed[key] = value if isinstance(value, str) else self._others.typed(value, meant, (*path, key))
            elif not isinstance(value, str):
                typed[key] = below.typed(value, meant, (*path, key))
            elif value and not value.isspace():
                typed[key] = below._scalar(value)
        return typed

    def _misspelt(self, data: dict[str, Any]) -> dict[str, str]:
        """The keys that most likely mean one which is not there, by the key that they mean."""
        close = ((self._nearest(key), key) for key in data if key not in self._keys)
        return {meant: key for meant, key in close if meant and is_blank(data.get(meant, ""))}

    def _nearest(self, key: str) -> str | None:
        """The key that `key` most likely means; a slip made in every entry of a list is looked up once. What is a key
        of another mapping is no slip."""
        if key not in self._slips:
            self._slips[key] = None if key in key_names() else self._names.nearest(key)
        return self._slips[key]


def is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()
