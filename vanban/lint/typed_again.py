"""Words that the machine prints by itself, as hands type them again: read from typed_again.yaml, looked for in words.

What is looked for stands at the beginning of what was typed, or is all of it. Nothing inside a sentence is looked at:
there the same words are honest.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from vanban.text import nfc
from vanban.the_thuc import TheThuc

Part = Literal["thanh_phan", "dau_dong", "so_can_cu", "ca_dong", "dau_phu_luc"]
# What stands between such words and the text, and goes with them.
_BEHIND = r"[\s:.|–—-]*"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; see there."""

    cach: str
    loi_van: tuple[str, ...] = ()
    mau: str = ""
    loai: tuple[str, ...] = ()
    khi_in: bool = False
    sau_chu_may: bool = False

    def pattern(self, the_thuc: TheThuc) -> re.Pattern[str]:
        """What such words look like at the beginning of a text where this format holds."""
        return _pattern(self.forms(the_thuc))

    def forms(self, the_thuc: TheThuc) -> str:
        """The words of the format and the other ways to type them, as one expression."""
        own = [_form(the_thuc.loi_van[name].chu) for name in self.loi_van if name in the_thuc.loi_van]
        return "|".join([*own, self.mau] if self.mau else own)

    def is_of(self, loai_van_ban: str) -> bool:
        return not self.loai or loai_van_ban in self.loai


@cache
def rows(part: Part) -> Mapping[str, Row]:
    """The rows of one part of the table, by the place that they are about."""
    return {name: Row(**{**row, "loi_van": tuple(row.get("loi_van", ())), "loai": tuple(row.get("loai", ()))})
            for name, row in _table()[part].items()}


@cache
def honest_names() -> tuple[str, ...]:
    """Names that begin with the name of a type and do not mean it, in small letters."""
    return tuple(_table()["ten_loai_trong_ten"])


@cache
def _table() -> Mapping[str, Any]:
    text = Path(__file__).with_suffix(".yaml").read_text("utf-8")
    table: Mapping[str, Any] = yaml.load(nfc(text), Loader=yaml.CSafeLoader)
    return table


def whole_lines(the_thuc: TheThuc, loai_van_ban: str) -> re.Pattern[str]:
    """What lines look like that are a zone and nothing else; the group that matches has the name of the row."""
    forms = ((name, row.forms(the_thuc)) for name, row in rows("ca_dong").items() if row.is_of(loai_van_ban))
    return _compiled("|".join(f"(?P<{name}>(?:{form})\\s*[.:;]?)" for name, form in forms if form))


def _pattern(forms: str) -> re.Pattern[str]:
    return _compiled(f"(?:{forms}){_BEHIND}")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _form(words: str) -> str:
    """The words with or without their colon, ended where a word ends."""
    bare = words.rstrip(":")
    return r"\s+".join(map(re.escape, bare.split())) + (r"\b:?" if bare[-1].isalnum() else "")
