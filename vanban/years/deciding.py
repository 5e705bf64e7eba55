"""A text with its node → every mention of a year or date in it, with role, fate and reason."""

import re
from dataclasses import replace

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
_NO_NODE = Node()
# Roles whose question stands alone: what is asked of them says nothing of the clause around them.
_ALONE = ("own_signing", "one_year_act")


def decide(typed: str, turn: Turn, node: Node = _NO_NODE) -> list[Decided]:
    """The mentions of a text, in order. Where a clause asks about one, nothing in it moves: one question for all."""
    folded = fold(typed)
    text = Text(folded.text.replace("|", " ") if node.key else folded.text)  # in our titles “|” ends a printed line
    decided, asked = [], set()
    for mention, start, end in spot(folded):
        where = text.spot(start, end)
        it = _decide(mention, where, first_rule(mention, where, node, turn), turn)
        clause = text.clause(start)
        decided.append((it, clause))
        if it.fate == "hoi" and it.role not in _ALONE:
            asked.add(clause)
    return [_with_its_clause(it) if clause in asked and it.fate == "chuyen" else it for it, clause in decided]


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
