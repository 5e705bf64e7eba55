"""The data of a document → the numbering scheme of its headings, where that is not the one of its type, and the nouns
of the headings that the machine counts in it.

A type that is written in điều or in headings, one of both, has in its scheme the điều; a document in headings begins
with the step below.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from vanban.doctypes import doctypes
from vanban.keys import document_types
from vanban.model.steps import counted_nouns, parse_scheme

_DIEU = "Điều 1."
_BOTH = {"dieu", "de_muc"}


def has_choice(data: Any) -> bool:
    """Whether the document is of a type that may be written in điều or in headings."""
    kind = document_types().get(str(data.get("loai_van_ban", "")))
    return kind is not None and kind.keys.keys() >= _BOTH


def scheme_of(data: Any) -> str:
    """What `danh_so` of a document says, or its headings in place of điều; "" for the scheme of its type."""
    if isinstance(stated := data.get("danh_so"), str):
        return stated
    if "de_muc" not in data or "dieu" in data or not has_choice(data):
        return ""
    return doctypes()[str(data["loai_van_ban"])].danh_so.removeprefix(f"{_DIEU} / ")


def nouns_of(data: Any) -> frozenset[str]:
    """Those of the scheme of a document, and of what could stand above: of a decision all from phần to điều."""
    if not isinstance(data, Mapping) or "loai_van_ban" not in data:
        return frozenset()
    return _nouns(str(data["loai_van_ban"]), scheme_of(data), "dieu" in data)


@cache
def _nouns(loai_van_ban: str, danh_so: str, has_dieu: bool) -> frozenset[str]:
    kind = doctypes().get(loai_van_ban)
    try:
        scheme = parse_scheme(danh_so or (kind.danh_so if kind else _DIEU))
    except KeyError:
        scheme = ()  # the schema tells
    return counted_nouns((*scheme, _DIEU) if has_dieu else scheme)
