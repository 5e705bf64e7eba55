"""Going through a document in the order of print: what transforms and checks ask for, said once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.inline import Figure, Inline, NoteMark, Question, Reference, Run, Script
from vanban.model.picture import Hinh
from vanban.model.print_order import in_print_order
from vanban.model.rebuild import found, rebuilt
from vanban.model.running_text import Text
from vanban.model.table import BangBieu, Entry

T = TypeVar("T", bound=Inline)
_INLINES: tuple[type[Inline], ...] = (Run, Script, Figure, Reference, NoteMark, Question)


def map_inlines(van_ban: VanBan, change: Callable[[T], Inline], *kinds: type[T]) -> VanBan:
    """`van_ban` with `change` applied to every inline node of `kinds` in its body, tables, nơi nhận and tasks, not in
    căn cứ.

    Tasks that a table has written out are printed, and changed, in its rows.
    """
    printed = _printed(van_ban)
    changed = rebuilt(printed, dict.fromkeys(kinds, change))
    return changed if printed is van_ban else replace(changed, nhiem_vu=van_ban.nhiem_vu)


def map_texts(van_ban: VanBan, change: Callable[[Text], Text]) -> VanBan:
    """`van_ban` with `change` applied to every block of running text, cells of tables too."""
    return rebuilt(van_ban, {Text: change})


def map_tables(van_ban: VanBan, change: Callable[[BangBieu], BangBieu]) -> VanBan:
    """`van_ban` with `change` applied to every table."""
    return rebuilt(van_ban, {BangBieu: change})


def map_entries(van_ban: VanBan, change: Callable[[Entry], Entry]) -> VanBan:
    """`van_ban` with `change` applied to every cell that a row of a table states."""
    return rebuilt(van_ban, {Entry: change})


def map_pictures(van_ban: VanBan, change: Callable[[Hinh], Hinh]) -> VanBan:
    """`van_ban` with `change` applied to every picture, as `pictures` has them."""
    return rebuilt(van_ban, {Hinh: change})


def inlines(van_ban: VanBan) -> Iterator[Inline]:
    """Every inline node, căn cứ first."""
    for line in van_ban.can_cu:
        yield from line
    yield from found(_printed(van_ban), *_INLINES)


def de_mucs(nodes: tuple[DeMuc, ...]) -> Iterator[DeMuc]:
    """Every heading of `nodes` and below."""
    return found(nodes, DeMuc)


def tables(van_ban: VanBan) -> Iterator[BangBieu]:
    """Every table, those of headings first."""
    return found(van_ban, BangBieu)


def texts(van_ban: VanBan) -> Iterator[Text]:
    """Every block of running text, cells of tables too."""
    return found(van_ban, Text)


def pictures(van_ban: VanBan) -> Iterator[Hinh]:
    """Every picture, in the order of print."""
    if next(found(van_ban, Hinh), None) is None:
        return iter(())
    return (node for node in in_print_order(van_ban) if isinstance(node, Hinh))


def _printed(van_ban: VanBan) -> VanBan:
    """Without the tasks that stand in the rows of a table."""
    if van_ban.nhiem_vu and any(table.written_from == "nhiem_vu" and table.hang for table in tables(van_ban)):
        return replace(van_ban, nhiem_vu=())
    return van_ban
