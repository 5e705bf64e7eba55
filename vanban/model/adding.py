"""How the total of a column comes about: by adding up, by a relation, by hand, or not at all.

What the column states (`cach_tong`) decides, then a relation of the table that is a rate, then units and heads:
`adding.yaml` lists the words by which rates, means, scores and ranks are known. They are never added up.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from vanban.model.expression import adds_up, columns, is_rate
from vanban.model.inline import shown_text
from vanban.model.table import BangBieu, CachTong, Cot, Hang, QuanHe
from vanban.text import nfc

# "hồ sơ/ngày"; not a fraction or a date in a head, nor what stands in brackets.
_RATIO = re.compile(r"\A[^(]*[^\W\d_]/[^\W\d_]")
# "Mức thưởng (đồng)", "Mức chi (triệu đồng)": an amount, not a rate.
_MONEY = re.compile(r"\((?:đơn vị(?: tính)?:? ?|đvt:? ?)?(?:(?:trăm|nghìn|ngàn|triệu|tỷ|tỉ) )*(?:đồng|vnđ|đ)\)\Z")
# What stands between the words of a head.
_SIGN = re.compile(r"[^\w²³-]+")


@dataclass(frozen=True, slots=True)
class Way:
    """How the total of a column comes about; `guessed`: from words or units, and from nothing that was stated."""

    cach_tong: CachTong
    guessed: bool = False


def way(table: BangBieu, leaf: Cot, rows: Iterable[Hang]) -> Way:
    """The way of one column; `rows` are those that a total would add up."""
    if leaf.cach_tong:
        return Way(leaf.cach_tong)
    if any(is_rate(relation.bieu_thuc) for relation in relations_for(table, leaf)):
        return Way("quan_he")
    if any(map(_is_of_no_sum, _heads(table.cot, leaf))) or _units_differ(table, leaf, tuple(rows)):
        return Way("khong", guessed=True)
    return Way("cong")


def is_sure_to_add(table: BangBieu, leaf: Cot, rows: Iterable[Hang]) -> bool:
    """Whether something says that the figures of a column that is added up are amounts: they are whole, have a
    unit, stand in a relation, or a head names one. Decimals of which nothing is said may as well be rates."""
    rows = tuple(rows)
    values = [value for row in rows if (value := row.value(leaf.ma))]
    is_stated = leaf.cach_tong or table.don_vi_tinh or any(relations_for(table, leaf))
    if is_stated or not any(value.places for value in values):
        return True
    if any(value.unit for value in values) or _stated_units(table, leaf, rows):
        return True
    heads = (f" {_SIGN.sub(' ', head)} " for head in _heads(table.cot, leaf))
    return any(f" {word} " in head for head in heads for word in _words()["cong_duoc"])


def relations_for(table: BangBieu, leaf: Cot) -> Iterator[QuanHe]:
    """The relations that say what stands in a column by other columns of the table itself."""
    for relation in table.quan_he:
        if relation.cot == leaf.ma and not any(column.bang_bieu for column in columns(relation.bieu_thuc)):
            yield relation


def holds_of_totals(relation: QuanHe) -> bool:
    """Whether a relation between the cells of a row is one between their totals too."""
    return adds_up(relation.bieu_thuc) or is_rate(relation.bieu_thuc)


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    text = Path(__file__).with_suffix(".yaml").read_text("utf-8")
    return {name: tuple(map(nfc, words)) for name, words in yaml.load(text, Loader=yaml.CSafeLoader).items()}


def _heads(cots: tuple[Cot, ...], leaf: Cot) -> tuple[str, ...]:
    """The titles above a column, its own last, in small letters."""
    for cot in cots:
        if any(each is leaf for each in cot.leaves):
            own = (shown_text(cot.tieu_de).strip().lower(),)
            return own if cot is leaf else (*own, *_heads(cot.cot, leaf))
    return ()


def is_of_years(leaf: Cot) -> bool:
    """Whether a column holds years: its head is "Năm", or "Năm hoàn thành"; that of "Năm 2025" holds figures of one."""
    return _names_years(shown_text(leaf.tieu_de).strip().lower())


def _names_years(head: str) -> bool:
    return any(head == word or head.startswith(f"{word} ") and head[len(word) + 1].isalpha()
               for word in _words()["la_nam"])


def _is_of_no_sum(head: str) -> bool:
    words = _words()
    if head in words["dung_la"] or any(word in head for word in words["co_chu"]) or _names_years(head):
        return True
    if _RATIO.search(head) and not _begins(head.replace("/", " "), words["chu_dem"]):
        return True
    if _begins(head, words["cong_khi_la_tien"]) and _MONEY.search(head):
        return False
    return _begins(head, words["mo_dau"]) and not _begins(head, words["tru"])


def _begins(head: str, words: tuple[str, ...]) -> bool:
    return any(head == word or head.startswith(f"{word} ") for word in words)


def _units_differ(table: BangBieu, leaf: Cot, rows: tuple[Hang, ...]) -> bool:
    """Whether the figures called into the column are of a unit that does not add up, or rows state several units."""
    called = {value.unit for row in rows if (value := row.value(leaf.ma)) and value.unit}
    stated = _stated_units(table, leaf, rows)
    return len(stated) > 1 or bool((called | stated) & set(_words()["don_vi_khong_cong"])) or len(called) > 1


def _stated_units(table: BangBieu, leaf: Cot, rows: tuple[Hang, ...]) -> set[str]:
    """The units that the rows with a figure in a column state in a column of their own."""
    return {
        _text(row, each.ma) for each in table.leaves for row in rows
        if row.value(leaf.ma) and shown_text(each.tieu_de).strip().lower() in _words()["don_vi_tinh"]
    }


def _text(row: Hang, cot: str) -> str:
    """What stands in a cell of one line."""
    entry = row.entry(cot)
    blocks = entry.noi_dung.blocks if entry else ()
    return " ".join(shown_text(getattr(block, "inlines", ())) for block in blocks).strip().lower()
