"""words.yaml → its rows by name ("thay_doi.thu_hang.tang"), and the ways to print a figure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from vanban.model.measured import BaseKind


@dataclass(frozen=True, slots=True)
class Form:
    """A way to print a figure, `{{ ma | name base }}`.

    bases    the kinds of what it is held against; () where it is held against nothing
    writes_base  whether that has to be written; else it is what the text means anyway
    sample, printed  a figure that is called so, and what is printed
    """

    name: str
    meaning: str
    sample: str
    printed: str
    bases: tuple[BaseKind, ...] = ()
    writes_base: bool = True


def said(row: str, **parts: str) -> str:
    """The words of a row, with `parts` filled in."""
    return rows()[row].format(**parts)


@cache
def rows() -> Mapping[str, str]:
    """Every row by the names that lead to it."""
    return dict(_flat(_table() | {"cach_in": {}}, ""))


@cache
def forms() -> Mapping[str, Form]:
    """The ways to print besides the plain one, in the order of the table."""
    return {raw["ma"]: _form(raw) for raw in _table()["cach_in"]}


@cache
def _table() -> dict[str, Any]:
    text = Path(__file__).with_name("words.yaml").read_text("utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return table


def _flat(node: Mapping[str, Any], above: str) -> Iterator[tuple[str, str]]:
    for name, value in node.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _form(raw: Mapping[str, Any]) -> Form:
    bases = tuple(raw.get("co_so", "").split())
    return Form(raw["ma"], raw["la_gi"], raw["vi_du"], raw["in_ra"], bases, not raw.get("khong_can_viet", False))
