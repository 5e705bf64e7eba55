"""A text with its node → every mention of a year or date in it, with role, fate and reason."""

import re
from dataclasses import replace
from itertools import pairwise

from vanban.years.fates import fate, role_by_year
from vanban.years.folding import fold
from vanban.years.mention import Decided, Mention, Turn
from vanban.years.rules import Rule, first_rule
from vanban.years.setting import Node, Spot, Text
from vanban.years.spotting import spot

# A day of the week that is said of a date.
_WEEKDAY = re.compile(r"(?:[Tt]hứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy|hai|ba|tư|năm|sáu|bảy)|[Cc]hủ [Nn]hật),? *\(?$")
# Why a mention is asked that would move but for another one beside it.
SAME_CLAUSE = "Cùng vế câu với một chỗ phải hỏi; quyết định cả vế"
# What stands between the ends of a span of time, and why one end does not move without the other.
_SPAN = re.compile(r"\s*(?:đến|tới|-)(?: hết| cuối)?\s*")
HALF_OF_SPAN = "Hai đầu của một khoảng thời gian: đầu này ở năm cũ, đầu kia ở năm khác; quyết định cả khoảng"
_NO_NODE = Node()
# Roles whose question stands alone: what is asked of them says nothing of the clause around them.
_ALONE = ("own_signing", "one_year_act")


def decide(typed: str, turn: Turn, node: Node = _NO_NODE) -> list[Decided]:
    """The mentions of a text, in order. Where a clause asks about one, nothing in it moves: one question for all."""
    folded = fold(typed)
    text = Text(folded.text.replace("|", " ") if node.key else folded.text)  # in our titles “|” ends a printed line
    decided, asked, ends = [], set(), list[tuple[int, int]]()
    for mention, start, end in spot(folded):
        where = text.spot(start, end)
        it = _decide(mention, where, first_rule(mention, where, node, turn), turn)
        clause = text.clause(start)
        decided.append((it, clause))
        ends.append((start, end))
        if it.fate == "hoi" and it.role not in _ALONE:
            asked.add(clause)
    halves = _halves([it for it, _ in decided], ends, folded.text) if node.key != "thoi_gian" else {}
    return [_with_its_clause(it) if clause in asked and it.fate == "chuyen" else halves.get(at, it)
            for at, (it, clause) in enumerate(decided)]


def _halves(decided: list[Decided], ends: list[tuple[int, int]], text: str) -> dict[int, Decided]:
    """Of spans of which one end would move and the other one would not, what would move: it is asked."""
    halves = {}
    for at, (first, last) in enumerate(pairwise(decided)):
        dated = first.mention.last and last.mention.last  # “từ 10/3 đến 20/3/2025” has one year for both
        apart = {first.fate, last.fate} == {"chuyen", "giu"}
        if dated and apart and _SPAN.fullmatch(text, ends[at][1], ends[at + 1][0]):
            moved = at if first.fate == "chuyen" else at + 1
            halves[moved] = replace(decided[moved], fate="hoi", reason=HALF_OF_SPAN)
    return halves


def _decide(mention: Mention, where: Spot, rule: Rule | None, turn: Turn) -> Decided:
    role = role_by_year(rule.role if rule else "unknown", mention, turn)
    if rule and rule.fate and not mention.contradicts:
        return Decided(mention, role, rule.fate, rule.why)
    so_phan, reason = fate(role, mention, turn)
    if so_phan in ("chuyen", "hoi") and mention.kind == "ngay" and _WEEKDAY.search(where.left):
        return Decided(mention, role, "hoi", "Ghi kèm thứ trong tuần; năm sau ngày đó vào thứ khác")
    said = rule.why if rule and rule.why and so_phan == "hoi" and not mention.contradicts else reason
    return Decided(mention, role, so_phan, said)


def _with_its_clause(it: Decided) -> Decided:
    return replace(it, fate="hoi", reason=SAME_CLAUSE)
