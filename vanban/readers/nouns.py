"""The data of a document → the nouns of the headings that the machine counts in it."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from vanban.doctypes import doctypes
from vanban.model.steps import counted_nouns, parse_scheme

_DIEU = "Điều 1."


def nouns_of(data: Any) -> frozenset[str]:
    """Those of the scheme of a document, and of what could stand above: of a decision all from phần to điều."""
    if not isinstance(data, Mapping) or "loai_van_ban" not in data:
        return frozenset()
    return _nouns(str(data["loai_van_ban"]), str(data.get("danh_so", "")), "dieu" in data)


@cache
def _nouns(loai_van_ban: str, danh_so: str, has_dieu: bool) -> frozenset[str]:
    kind = doctypes().get(loai_van_ban)
    try:
        scheme = parse_scheme(danh_so or (kind.danh_so if kind else _DIEU))
    except KeyError:
        scheme = ()  # the schema tells
    return counted_nouns((*scheme, _DIEU) if has_dieu else scheme)
