"""The sets of a unit → which of them are made again next year, by rules that are data (documents.yaml)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from vanban.model.document import BoVanBan, VanBan
from vanban.years.deciding import decide
from vanban.years.folding import fold
from vanban.years.mention import Turn
from vanban.years.setting import Node
from vanban.years.spotting import spot

Fate = Literal["chuyen", "giu", "hoi"]
_TITLE = Node("trich_yeu")
# The types whose titles say for which year they are.
PLANS = ("ke_hoach", "chuong_trinh")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is asked of a document: its type, the year it says it is for (old, none), the years in its title (old, none,
    other), the title."""

    loai: str
    cho_nam: str
    nam_tren: str
    title: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of documents.yaml; what it does not say holds of any document."""

    fate: Fate
    why: str
    loai: tuple[str, ...] = ()
    cho_nam: str = ""
    nam_tren: str = ""
    title: str = ""
    examples: tuple[Mapping[str, str], ...] = ()

    def fits(self, facts: Facts) -> bool:
        return ((not self.loai or facts.loai in self.loai) and self.cho_nam in ("", facts.cho_nam)
                and self.nam_tren in ("", facts.nam_tren) and bool(re.search(self.title, facts.title)))


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, first match wins."""
    text = Path(__file__).with_suffix(".yaml").read_text("utf-8")
    entries: list[dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)["rules"]
    return tuple(Rule(**{name: tuple(said) if isinstance(said, list) else said for name, said in entry.items()})  # type: ignore[arg-type]
                 for entry in entries)


def of_year(sets: Iterable[BoVanBan], year: int) -> list[BoVanBan]:
    """The sets of a year: that they say they are for, or their title where it is that of a plan ahead, else in whose
    folder they lie."""
    return [bo for bo in sets if (_said(bo) or _ahead(bo) or bo.folder_year) == year]


def fate_of(bo: BoVanBan, turn: Turn) -> tuple[Fate, str]:
    """What becomes of a set, and why: by the first rule that fits one of its documents."""
    facts = [facts_of(van_ban, turn) for van_ban in bo]
    for rule in rules():
        if any(map(rule.fits, facts)):
            return rule.fate, rule.why.format(old=turn.old, new=turn.new)
    return "hoi", f"Năm {turn.new} có lập lại không"


def facts_of(van_ban: VanBan, turn: Turn) -> Facts:
    """What the rules ask of a document."""
    title = " ".join(van_ban.trich_yeu.replace("|", " ").split())
    return Facts(van_ban.loai_van_ban, "old" if van_ban.cho_nam == turn.old else "none", _years(title, turn), title)


def _said(bo: BoVanBan) -> int | None:
    return next((van_ban.cho_nam for van_ban in bo if van_ban.cho_nam), None)


def _ahead(bo: BoVanBan) -> int | None:
    """The one year in the title of a plan that lies in the folder of an earlier one."""
    titles = (van_ban.trich_yeu for van_ban in bo if van_ban.loai_van_ban in PLANS)
    named = [mention for title in titles for mention, *_ in spot(fold(title)) if mention.years]
    years = {year for mention in named for year in mention.years if mention.kind == "nam"}
    is_one = len(years) == 1 and all(mention.kind == "nam" for mention in named)
    return max(years) if is_one and bo.folder_year and max(years) > bo.folder_year else None


def _years(title: str, turn: Turn) -> str:
    if not any(mention.years for mention, *_ in spot(fold(title))):
        return "none"
    own = (it for it in decide(title, turn, _TITLE) if it.role in ("own_title", "own_year"))
    return "old" if any(it.fate == "chuyen" and turn.old in it.mention.years for it in own) else "other"
