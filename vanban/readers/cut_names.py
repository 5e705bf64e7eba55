"""A list in [ ] whose commas have cut one name into several entries: `[Các Sở, Ban, Ngành]` → what was meant.

An entry that is one of the nouns which officers say in a row ("sở, ban, ngành") and nothing else is no name and no id;
so the whole list is told once, and read as one name.
"""

from collections.abc import Iterator
from typing import Any

from vanban.findings import Finding, finding
from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.text import nfc, upper_first

# Said in a row they are a kind of body; alone none of them names anybody.
_NOUNS = frozenset((
    "sở", "ban", "ngành", "bộ", "phòng", "hội", "đoàn", "đoàn thể", "huyện", "thị xã", "thành phố", "xã", "phường",
    "thị trấn", "đặc khu", "đơn vị", "địa phương", "doanh nghiệp", "tổ chức", "cá nhân",
))
_SHOWN = 80


def join_cut_names(source: Source, data: Any, path: Path = ()) -> Iterator[Finding]:
    """A finding for each list of `data` that was cut, which it puts together in the place of the pieces."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from join_cut_names(source, value, (*path, key))
    elif isinstance(data, list):
        if _is_cut(data) and source.opens_with(path, "["):
            whole = ", ".join(data)
            yield finding(
                "S208", source.place(path), f"Dấu phẩy cắt “{whole[:_SHOWN]}” thành {len(data)} nơi.",
                f"Là một tên thì đặt trong dấu nháy kép: [\"{whole[:_SHOWN]}\"]. Là nhiều nơi thì ghi đủ tên từng nơi.",
            )
            data[:] = [upper_first(whole)]
        for at, value in enumerate(data):
            yield from join_cut_names(source, value, (*path, at))


def _is_cut(entries: list[Any]) -> bool:
    """Whether an entry behind the first is a noun alone, and not written as ids are."""
    if not all(isinstance(each, str) for each in entries):
        return False
    return any(nfc(each).strip().lower() in _NOUNS and not (each.isascii() and each.islower()) for each in entries[1:])
