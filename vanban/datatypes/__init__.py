"""Kinds of data that no document owns: one declarative file each, found by looking. Documents and other data name their
entries by id (`ma`).

What keys an entry has, in which list of which type of file it stands, is said by the table of keys (`keys/data/`).
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from vanban.errors import PluginError
from vanban.findings import Finding, Place, finding
from vanban.keys.pointers import Named
from vanban.registry import discover
from vanban.slips import Names
from vanban.text import lower_first

# The folder of content/ that all offices share, in which the files of these data lie.
SHARED = "dung_chung"
# So many ids that go on where a typed one ends are told.
_SHOWN = 4


def as_typed(node: Any) -> Any:
    """An entry of which nothing follows but what was typed."""
    return node


@dataclass(frozen=True, slots=True)
class DataType:
    """What is peculiar to a kind of data.

    ma         the key of its list
    node       what an entry becomes; its fields have the names of keys
    ten_goi    what messages call an entry, and the whole: "Cơ quan", "sổ cơ quan"
    unknown    code of the finding where an id is not there
    completed  an entry with what follows where it was not typed
    """

    ma: str
    node: type[Any]
    ten_goi: tuple[str, str]
    unknown: str
    completed: Callable[[Any], Any] = as_typed

    def not_there(self, ma: str, place: Place, known: Names) -> Finding:
        """That `ma` is no id of `known`."""
        close, (one, all_of_them) = known.nearest(ma), self.ten_goi
        where = f"{all_of_them} trong content/{SHARED}"
        if not close and (longer := known.longer(ma)[:_SHOWN]):
            return finding(
                self.unknown, place, f"{one} “{ma}” không có trong {all_of_them}.",
                f"Trong sổ có {', '.join(f'“{each}”' for each in longer)}: đúng nơi nào thì ghi đủ mã nơi ấy. Nếu là "
                f"{lower_first(one)} khác, thêm vào {where}.",
            )
        return finding(
            self.unknown, place, f"{one} “{ma}” không có trong {all_of_them}.",
            f"Có phải “{close}”? Nếu là {lower_first(one)} khác, thêm vào {where}." if close
            else f"Thêm {lower_first(one)} vào {where}.",
        )


class Known:
    """What stands in the registers, for telling of what does not."""

    def __init__(self, lists: Mapping[str, Mapping[str, Any]]) -> None:
        self._lists = lists
        self._names: dict[tuple[str, ...], Names] = {}

    def fault(self, each: Named, place: Callable[[], Place]) -> Finding | None:
        """That an id is in none of the registers where it should be; None where it is. The first of these gives the
        words. `place` works out where it is named, which nearly no id needs."""
        if each.by_name or any(each.words in self._lists.get(register, ()) for register in each.registers):
            return None
        if each.registers not in self._names:
            ids = (ma for register in each.registers for ma in self._lists.get(register, ()))
            self._names[each.registers] = Names(ids)
        return datatypes()[each.registers[0]].not_there(each.words, place(), self._names[each.registers])


class DataModule(Protocol):
    """A module of this package."""

    DATA: DataType


@cache
def datatypes() -> Mapping[str, DataType]:
    """The kinds of data by the keys of their lists, which are the names of their files."""
    found = discover(sys.modules[__name__], DataModule)
    for name, module in found.items():
        if module.DATA.ma != name:
            raise PluginError(f"Tệp vanban/datatypes/{name}.py chưa dùng được: ma của DATA phải là “{name}”.")
    return {name: module.DATA for name, module in found.items()}
