"""One relation of one table beside the tables that it may name: which columns it is about, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from vanban.model.document import BoVanBan, VanBan
from vanban.model.expression import Column, columns
from vanban.model.table import BangBieu, QuanHe
from vanban.model.walk import tables

Known = Mapping[str, tuple[BangBieu, VanBan]]


def tables_by_id(bo: BoVanBan) -> Known:
    """The tables of a set by id, each with its document."""
    return {table.ma: (table, van_ban) for van_ban in bo for table in tables(van_ban)}


@dataclass(frozen=True)
class Relation:
    """`stated`, as `table` states it."""

    table: BangBieu
    stated: QuanHe
    known: Known

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The column that it says something of, then those that it says it by."""
        return Column(self.stated.cot), *columns(self.stated.bieu_thuc)

    @cached_property
    def unknown(self) -> tuple[Column, ...]:
        """Those that are not there."""
        return tuple(column for column in self.columns if not self._has(column))

    @property
    def is_sound(self) -> bool:
        """Whether every column that it names is there."""
        return not self.unknown

    @property
    def names_tables(self) -> bool:
        """Whether it is between tables, and so between sums."""
        return any(column.bang_bieu for column in self.columns)

    def table_of(self, column: Column) -> BangBieu | None:
        """The table that a column stands in; None where the set has none of that id."""
        if not column.bang_bieu:
            return self.table
        return self.known[column.bang_bieu][0] if column.bang_bieu in self.known else None

    def elsewhere(self, column: Column) -> tuple[BangBieu, str]:
        """The other table that a column stands in, and the mark of its document; only of a sound relation."""
        table, van_ban = self.known[column.bang_bieu]
        return table, van_ban.mark

    def _has(self, column: Column) -> bool:
        table = self.table_of(column)
        return table is not None and any(leaf.ma == column.cot for leaf in table.leaves)
