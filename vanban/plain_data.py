"""Frozen values ↔ plain data, as JSON holds them, by a form that names what is written of each class.

A form stands apart from the classes: these may change their fields while what was written years ago stays readable.
What has its default value is left out. Reading is strict: whatever the form does not name, or that is of another kind
than the class says, is refused; nothing is guessed.
"""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

V = TypeVar("V")
# No count and no length on paper comes near it.
_MOST = 1_000_000_000
# Letters that no XML can hold, so nothing that is printed.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WIDTH = 120
# What fields hold, by their class; worked out once.
_HINTS: dict[type[Any], Mapping[str, Any]] = {}


class NotInForm(ValueError):
    """Data that the form does not allow."""


@dataclass(frozen=True)
class AsText:
    """How a class is written as one text, and read from it."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


@dataclass(frozen=True)
class Form:
    """keys   of each class the key of every field that is written
    bare   classes that are written as what their first field holds, where nothing else is to be said of them
    texts  classes that are written as one text
    """

    keys: Mapping[type, Mapping[str, str]]
    bare: frozenset[type] = frozenset()
    texts: Mapping[type, AsText] = field(default_factory=dict)


def to_data(value: Any, form: Form) -> Any:
    """`value` as plain data. Raises KeyError for a class that the form does not know."""
    match value:
        case None | bool() | str() | float():
            return value
        case int():
            return int(value)
        case date():
            return value.isoformat()
        case tuple():
            return [to_data(each, form) for each in value]
        case frozenset():
            return sorted(value)
    kind = type(value)
    if kind in form.texts:
        return form.texts[kind].write(value)
    keys = form.keys[kind]
    written = {keys[each.name]: to_data(held, form) for each in _written(kind, form)
               if (held := getattr(value, each.name)) != _default(each)}
    return written[_first(keys)] if kind in form.bare and written.keys() == {_first(keys)} else written


def from_data(kind: type[V], data: object, form: Form) -> V:
    """The value of `kind` that `data` was written from. Raises NotInForm."""
    value: V = _read(kind, data, form)
    return value


def is_printable(data: object) -> bool:
    """Whether no text in plain data has a letter that no XML can hold."""
    match data:
        case str():
            return not _UNPRINTABLE.search(data)
        case list():
            return all(map(is_printable, data))
        case dict():
            return all(map(is_printable, (*data, *data.values())))
    return True


def laid_out(data: Any) -> str:
    """JSON that git shows well: what fits into a line stands on one, keys are sorted."""
    return f"{_laid_out(data, 0)}\n"


def _laid_out(data: Any, depth: int) -> str:
    line = json.dumps(data, ensure_ascii=False, sort_keys=True)
    if not data or not isinstance(data, dict | list) or depth and len(line) + depth <= _WIDTH:
        return line
    inner = " " * (depth + 1)
    if isinstance(data, dict):
        parts = [f"{json.dumps(key)}: {_laid_out(held, depth + 1)}" for key, held in sorted(data.items())]
        return f"{{\n{inner}" + f",\n{inner}".join(parts) + f"\n{' ' * depth}}}"
    return f"[\n{inner}" + f",\n{inner}".join(_laid_out(each, depth + 1) for each in data) + f"\n{' ' * depth}]"


def _written(kind: type[Any], form: Form) -> Iterator[Field[Any]]:
    return (each for each in fields(kind) if each.name in form.keys[kind])


def _first(keys: Mapping[str, str]) -> str:
    return next(iter(keys.values()))


def _default(of: Field[Any]) -> Any:
    """What a field holds unless something is said; MISSING where something must be."""
    return of.default if of.default_factory is MISSING else of.default_factory()


def _read(hint: Any, data: object, form: Form) -> Any:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _read(_member(parts, data, form), data, form)
    if origin is Literal:
        return _checked(data, isinstance(data, str) and data in parts)
    if origin is tuple:
        each = _checked(data, isinstance(data, list))
        hints = parts[:1] * len(each) if parts[1:] == (...,) else parts
        _checked(data, len(hints) == len(each))
        return tuple([_read(inner, held, form) for inner, held in zip(hints, each, strict=True)])
    if origin is frozenset:
        each = _checked(data, isinstance(data, list))
        return frozenset(_read(parts[0], held, form) for held in each)
    if hint in form.texts:
        return form.texts[hint].read(_read_plain(str, data))
    if hint in form.keys:
        return _read_class(hint, data, form)
    return _read_plain(hint, data)


def _member(parts: tuple[Any, ...], data: object, form: Form) -> Any:
    """The one part of a union that `data` can be: of classes the one whose keys that must be there are there."""
    possible = [part for part in parts if part in form.keys or part is not NoneType and not is_dataclass(part)]
    if len(possible) > 1:
        possible = [part for part in possible if isinstance(data, dict) and _needed(part, form) <= data.keys()
                    or isinstance(data, str) and part in form.bare]
    _checked(data, len(possible) == 1)
    return possible[0]


def _needed(kind: type[Any], form: Form) -> set[str]:
    return {form.keys[kind][each.name] for each in _written(kind, form) if _default(each) is MISSING}


def _hints(kind: type[Any]) -> Mapping[str, Any]:
    if kind not in _HINTS:
        _HINTS[kind] = get_type_hints(kind)
    return _HINTS[kind]


def _read_class(kind: type[Any], data: object, form: Form) -> Any:
    keys = form.keys[kind]
    if kind in form.bare and not isinstance(data, dict):
        data = {_first(keys): data}
    held = _checked(data, isinstance(data, dict))
    _checked(data, _needed(kind, form) <= held.keys() <= set(keys.values()))
    hints = _hints(kind)
    return kind(**{name: _read(hints[name], held[key], form) for name, key in keys.items() if key in held})


def _read_plain(hint: type[Any], data: object) -> Any:
    if hint is bool:
        return _checked(data, isinstance(data, bool))
    if hint is str:
        return _checked(data, isinstance(data, str) and is_printable(data))
    if hint is float:
        number = _checked(data, isinstance(data, int | float) and not isinstance(data, bool))
        return float(_checked(number, math.isfinite(number) and 0 < number < _MOST))
    if hint is date:
        try:
            return date.fromisoformat(_checked(data, isinstance(data, str)))
        except ValueError as error:
            raise NotInForm(str(error)) from error
    number = _checked(data, isinstance(data, int) and not isinstance(data, bool) and 0 <= data < _MOST)
    return hint(number)


def _checked(data: Any, is_right: bool) -> Any:
    if not is_right:
        raise NotInForm(f"{str(data)[:80]!r}")
    return data
