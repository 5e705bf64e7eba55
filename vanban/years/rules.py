"""The rules of roles.yaml: which role a mention has in its setting."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from vanban.years.mention import Fate, Mention, Turn
from vanban.years.setting import SMALL, Node, Spot

_ACCOUNTS, _A_YEAR = 3, 366  # months, days
_HOME = Path(__file__).with_name("roles.yaml")
Condition = Callable[[Mention, Turn], bool]


def _year(mention: Mention) -> int:
    """The year in which it ends; 0 for one without."""
    return mention.last.year if mention.last else 0


def _is_current(mention: Mention, turn: Turn) -> bool:
    return turn.old <= _year(mention) <= turn.new


def _is_distant(mention: Mention, turn: Turn) -> bool:
    """Whether it ends in the new year, later than the reports and accounts of a year that is over: not in its first
    months, and more than a year after the signing."""
    day = mention.last
    return bool(day and day.year == turn.new and day.month > _ACCOUNTS
                and not (turn.signed and (day - turn.signed).days <= _A_YEAR))


CONDITIONS: Mapping[str, Condition] = {
    "older": lambda it, turn: 0 < _year(it) < turn.old - 1,
    "before": lambda it, turn: _year(it) == turn.old - 1,
    "own": lambda it, turn: _year(it) == turn.old,
    "next": lambda it, turn: _year(it) == turn.new,
    "current": _is_current,
    "lag": lambda it, turn: _year(it) == turn.old - 2,
    "begun": lambda it, turn: bool(it.first and turn.old <= it.first.year <= turn.new),
    "near": lambda it, turn: turn.old - 1 <= _year(it) <= turn.new,
    "recent": lambda it, turn: turn.old - 1 <= _year(it) <= turn.old,
    "reached": lambda it, turn: 0 < _year(it) < turn.old,
    "ends": lambda it, turn: turn.old <= _year(it) < turn.new,
    "ahead": lambda it, turn: _year(it) >= turn.new,
    "later": lambda it, turn: _year(it) > turn.new,
    "distant": _is_distant,
    "undated": lambda it, _turn: it.last is None,
    "signed": lambda it, turn: bool(it.last and turn.signed and it.last <= turn.signed),
    "past": lambda it, turn: bool(it.last and (it.last.year < turn.old or turn.signed and it.last <= turn.signed)),
    "to_come": lambda it, turn: bool(it.last and turn.signed and it.last > turn.signed),
    "not_to_come": lambda it, turn: not (it.first and turn.signed and it.first > turn.signed),
    "yearly": lambda _it, turn: turn.is_yearly,
    "not_yearly": lambda _it, turn: not turn.is_yearly,
}


@dataclass(frozen=True)
class Rule:
    """One rule, its patterns filled with the years of a turn. `number` is its place in the file, from 1."""

    number: int
    role: str
    kinds: tuple[str, ...]
    when: tuple[str, ...]
    key: tuple[str, ...]
    above_key: tuple[str, ...]
    not_above: tuple[str, ...]
    patterns: Mapping[str, re.Pattern[str]]
    fate: Fate | None
    why: str

    def fits(self, mention: Mention, spot: Spot, node: Node, turn: Turn) -> bool:
        return (
            (not self.kinds or mention.kind in self.kinds)
            and (not self.key or node.key in self.key)
            and (not self.above_key or any(key in self.above_key for key in node.path))
            and not any(key in self.not_above for key in node.path)
            and all(CONDITIONS[name](mention, turn) for name in self.when)
            and all(_holds(name, pattern, mention, spot) for name, pattern in self.patterns.items())
        )


def _holds(name: str, pattern: re.Pattern[str], mention: Mention, spot: Spot) -> bool:
    match name:
        case "words":
            return bool(pattern.search(mention.words))
        case "unless_left":
            return not pattern.search(spot.left)
        case "unless_right":
            return not pattern.search(spot.right)
        case _:
            return bool(pattern.search(getattr(spot, name)))


# How a pattern of each name is held against its text.
_HELD = {
    "left": r"(?:{})[ *_(]*\Z", "row": r"(?:{})[ *_]*\Z", "right": r"\A[*_)]*(?:{})", "unless_right": r"\A[*_)]*(?:{})",
    "unless_left": "{}", "line": "{}", "above": "{}", "words": r"\A(?:{})",
}


@cache
def rules(old: int, new: int) -> tuple[Rule, ...]:
    """All rules, in order, for a turn of the year."""
    return tuple(_rule(number, entry, old, new) for number, entry in enumerate(table(), 1))


@cache
def table() -> tuple[Mapping[str, Any], ...]:
    """The rules as they stand in the file."""
    return tuple(yaml.load(_HOME.read_text("utf-8"), Loader=yaml.CSafeLoader)["rules"])


def first_rule(mention: Mention, spot: Spot, node: Node, turn: Turn) -> Rule | None:
    """The first rule that fits; None where a person must be asked."""
    return next((rule for rule in rules(turn.old, turn.new) if rule.fits(mention, spot, node, turn)), None)


def _rule(number: int, entry: Mapping[str, Any], old: int, new: int) -> Rule:
    years = {"{lag}": f"{old - 2}", "{last}": f"{old - 1}", "{old}": f"{old}", "{new}": f"{new}", "{small}": SMALL}
    patterns = {}
    for name, held in _HELD.items():
        if name in entry:
            written = re.sub(r"\{(?:lag|last|old|new|small)\}", lambda found: years[found[0]], entry[name])
            patterns[name] = re.compile(held.replace("{}", written))
    kinds, when, key, above_key, not_above = (
        tuple(entry.get(name, ())) for name in ("kinds", "when", "key", "above_key", "not_above"))
    return Rule(number, entry["role"], kinds, when, key, above_key, not_above, patterns, entry.get("fate"),
                entry.get("why", ""))
