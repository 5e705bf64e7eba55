"""Which rows a total row adds up, by where it stands; which rows are totals, or parts of the row above, by their names.

`total_rows.yaml` lists the names. Where two readings are left, both are given: whoever adds up must not choose.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile
from pathlib import Path

import yaml

from vanban.model.inline import shown_text
from vanban.model.running_text import Paragraph
from vanban.model.table import SO_THU_TU, BangBieu, Hang, addends
from vanban.model.value import Amount, added
from vanban.text import nfc

_Rows = tuple[Hang, ...]
_BRACKETS = re.compile(r"\s*\([^()]*\)")
# "Cộng II", "Cộng 1", "Cộng A".
_MARK = re.compile(r"(?:[ivxl]+|[0-9.]+|[a-zđ])\b")
_DASH = re.compile(r"[-–+•]\s")


def possible_addends(level: _Rows, total: Hang) -> tuple[_Rows, ...]:
    """The rows that a total of `level` may add up, the widest first; of one reading alone it is certain.

    Alone at an end of its level, or at both, it adds up all of it. Where rows come first and a total last, each total
    adds up the rows since the total before it, and the last one all rows: where it stands below another total, or is
    called "Tổng cộng" as no other is. Where a total comes first and a row last, the same holds read upwards.
    """
    everything = tuple(addends(level))
    if any(row.tong_cong and row.gom for row in level):
        return _over_rows_below(level, total, everything)
    at = next(count for count, row in enumerate(level) if row is total)
    above, below = _until_total(level[:at][::-1])[::-1], _until_total(level[at + 1 :])
    if sum(row.tong_cong for row in level) == 1 and not (above and below) or _stands_at_both_ends(level):
        return (everything,)
    match level[0].tong_cong, level[-1].tong_cong:
        case False, True:
            readings = _of_group(above) if at < len(level) - 1 else _of_all(above, everything, level, total)
        case True, False:
            readings = _of_group(below) if at else _of_all(below, everything, level, total)
        case _:
            readings = ()
    return readings or tuple(dict.fromkeys((everything, *filter(None, (above, below)))))


def name_of(table: BangBieu, row: Hang) -> str:
    """What a row is called: the first of its cells that holds words; "" where none does."""
    for leaf in table.leaves:
        entry = row.entry(leaf.ma) if leaf.kieu_o == "chu" and leaf.ma != SO_THU_TU else None
        if entry and entry.noi_dung.blocks:
            first = entry.noi_dung.blocks[0]
            return shown_text(first.inlines).strip() if isinstance(first, Paragraph) else ""
    return ""


def is_total_by_name(name: str) -> bool:
    """Whether a row of this name adds up others: "Tổng cộng", "Cộng nhóm 1 (a + b)"."""
    plain, words = _plain(name), _words()
    if plain in words["ca_muc"] or plain in words["chua_ro"]:
        return True
    rest = re.sub(r"^(?:tổng cộng|tổng|cộng)\s+", "", plain)
    return rest != plain and (bool(_MARK.fullmatch(rest)) or any(
        rest == word or rest.startswith(f"{word} ") for word in words["nhom"]
    ))


def may_be_plain(name: str) -> bool:
    """Whether a row with the name of a total may still be an indicator that others are a part of."""
    return _plain(name) in _words()["co_the_la_hang_thuong"]


def runs(level: _Rows) -> Iterator[_Rows]:
    """The rows of a level that one total may add up: those without a total or a group row between them together."""
    run: list[Hang] = []
    for row in level:
        if row.nhom or row.tong_cong:
            yield tuple(run)
            run = []
        else:
            run.append(row)
    yield tuple(run)


def value_of_parts(row: Hang, cot: str) -> Amount | None:
    """What the rows below a row add up to in a column that it leaves blank itself; None where they hold no figure."""
    return added(row.value(cot) or value_of_parts(row, cot) for row in addends(row.gom)) if row.gom else None


def counted_twice(table: BangBieu, run: _Rows, cot: str) -> Iterator[Hang]:
    """The rows of a run whose figure in a column is, by their names, one that others of the run hold already."""
    is_above, in_parts = False, False
    for row in run:
        name, is_there = name_of(table, row), row.value(cot) is not None
        if _begins_parts(name):
            in_parts |= not is_there
        elif _DASH.match(name):
            is_there &= is_above or in_parts
        elif not is_total_by_name(name):
            is_above, is_there = is_there, is_there and in_parts
        if is_there:
            yield row


def _over_rows_below(level: _Rows, total: Hang, everything: _Rows) -> tuple[_Rows, ...]:
    """The same where totals have rows below them: where all rows stand below totals, each adds up its own, and one
    without any those of all. A last one that is the only total adds up its level; what stands below it is a part."""
    groups = tuple(each for row in level if row.tong_cong for each in addends(row.gom))
    if not everything:
        return (tuple(addends(total.gom)) or groups,)
    if total is level[-1] and sum(row.tong_cong for row in level) == 1:
        return (everything,)
    return everything + groups, tuple(addends(total.gom)) or everything


def _of_group(rows: _Rows) -> tuple[_Rows, ...]:
    return (tuple(addends(rows)),) if rows else ()


def _of_all(beside: _Rows, everything: _Rows, level: _Rows, total: Hang) -> tuple[_Rows, ...]:
    """The one reading of the total over its whole level; none where it may as well be that of its last group."""
    grand = [row for row in level if row.tong_cong and _is_grand(row)]
    return (everything,) if not beside or len(grand) == 1 and grand[0] is total else ()


def _is_grand(row: Hang) -> bool:
    firsts = (entry.noi_dung.blocks[0] for entry in row.entries if entry.noi_dung.blocks)
    return any(isinstance(first, Paragraph) and _plain(shown_text(first.inlines)) in _words()["ca_muc"]
               for first in firsts)


def _until_total(rows: _Rows) -> _Rows:
    return tuple(takewhile(lambda row: not row.tong_cong, rows))


def _stands_at_both_ends(level: _Rows) -> bool:
    """Whether a level begins and ends with a total, and has no other."""
    ends = level[0].tong_cong and level[-1].tong_cong
    return ends and sum(row.tong_cong for row in level) == 2 < len(level)


def _begins_parts(name: str) -> bool:
    plain = _DASH.sub("", name).lower()
    return any(re.match(rf"{word}\b", plain) for word in _words()["phan_cua_hang_tren"])


def _plain(name: str) -> str:
    return _BRACKETS.sub("", name).strip(" :.").lower()


@cache
def _words() -> Mapping[str, frozenset[str]]:
    text = Path(__file__).with_suffix(".yaml").read_text("utf-8")
    return {name: frozenset(map(nfc, words)) for name, words in yaml.load(text, Loader=yaml.CSafeLoader).items()}
