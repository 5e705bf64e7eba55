"""Figures held to the relations of their tables, exact and as they are printed: what two rules ask."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from vanban.lint.subjects import SetSubject
from vanban.model.adding import holds_of_totals, way
from vanban.model.expression import Column, evaluate
from vanban.model.relation import Relation, tables_by_id
from vanban.model.table import BangBieu, Hang, addends
from vanban.model.total_rows import counted_twice, runs, value_of_parts
from vanban.model.value import Amount, added
from vanban.model.walk import tables

_Values = dict[Column, Decimal]
# Digits that hold the product of the longest numbers of the longest relation.
_EXACT = 3000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is stated, what the relation gives, and with how many decimals it is stated."""

    stated: Decimal
    expected: Decimal
    decimals: int

    @property
    def holds(self) -> bool:
        """Whether what is stated is what the relation gives, rounded up or down to the decimals of what is stated."""
        with localcontext(prec=_EXACT):
            return abs(self.expected - self.stated) <= Decimal(1).scaleb(-self.decimals) / 2


@dataclass(frozen=True, slots=True)
class Held:
    """A relation held to one row, or to sums.

    origin    the cell, or the row where the machine has filled it; of sums the relation
    where     in a clerk's words
    on_paper  None where the printed figures would have to be divided by 0
    """

    relation: Relation
    origin: int
    where: str
    exact: Outcome
    on_paper: Outcome | None


def held_relations(subject: SetSubject) -> Iterator[Held]:
    """Row by row within a table, total rows too; between tables the sums over their rows. Rows and tables that have
    blanks, or what could not be read, are not held, nor is what would have to be divided by 0."""
    known = tables_by_id(subject.bo)
    stated = ((table, each) for van_ban in subject.bo for table in tables(van_ban) for each in table.quan_he)
    for relation in (Relation(table, each, known) for table, each in stated):
        if relation.is_sound:
            yield from _between_sums(relation) if relation.names_tables else _in_rows(relation)


def _in_rows(relation: Relation) -> Iterator[Held]:
    for row in relation.table.rows():
        if (values := _values(row, relation.columns)) and not (row.tong_cong and _is_told_of_totals(relation)):
            cell = row.entry(relation.stated.cot)
            yield from _held(relation, values, cell.origin if cell else row.origin, "hàng này")


def _between_sums(relation: Relation) -> Iterator[Held]:
    """Over the rows of the highest level."""
    sums: dict[Column, Amount] = {}
    for column in relation.columns:
        total = _sum(relation.table_of(column) or relation.table, column.cot)
        if not total or not total.is_whole:
            return
        sums[column] = total
    yield from _held(relation, sums, relation.stated.origin, "tổng")


def _sum(table: BangBieu, cot: str) -> Amount | None:
    """Over the rows of the highest level; None where one of them holds, by its name, what others hold."""
    if any(True for run in runs(table.hang) for _ in counted_twice(table, run, cot)):
        return None
    return added(row.value(cot) or value_of_parts(row, cot) for row in addends(table.hang))


def _is_told_of_totals(relation: Relation) -> bool:
    """Whether nothing is to be said of a total row: between sums of its rows each of which was held, or where the
    relation is one of rows alone (a price times a number)."""
    table, named = relation.table, {column.cot for column in relation.columns}
    ways = {way(table, leaf, table.rows()).cach_tong for leaf in table.leaves if leaf.ma in named}
    return ways == {"cong"} or not holds_of_totals(relation.stated)


def _held(relation: Relation, values: dict[Column, Amount], origin: int, where: str) -> Iterator[Held]:
    exact = _outcome(relation, {column: value.number for column, value in values.items() if value.number is not None})
    on_paper = {column: value.on_paper for column, value in values.items() if value.on_paper is not None}
    if exact:
        yield Held(relation, origin, where, exact, _outcome(relation, on_paper))


def _outcome(relation: Relation, values: _Values) -> Outcome | None:
    stated = values[relation.columns[0]]
    with localcontext(prec=_EXACT):
        try:
            expected = evaluate(relation.stated.bieu_thuc, values)
        except ZeroDivisionError:
            return None
    return Outcome(stated, expected, max(0, -int(stated.as_tuple().exponent)))


def _values(row: Hang, wanted: Sequence[Column]) -> dict[Column, Amount] | None:
    """What a row states of the columns; None where one of them is no figure, or a sum that leaves out blanks."""
    values = {column: value for column in wanted if (value := row.value(column.cot)) and value.is_whole}
    return values if len(values) == len(set(wanted)) else None
