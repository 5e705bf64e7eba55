"""The skeleton of a document: its headings, footnotes and tables, read from `tests/skeletons` or from a resolved tree.

How the files are written: tests/skeletons/README.md.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from tests.support.seeds import SEEDS
from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.grid import Cell, Grid, placed
from vanban.model.inline import NoteMark, shown_text
from vanban.model.running_text import Block, Item, Paragraph, Text
from vanban.model.table import BangBieu
from vanban.model.walk import inlines

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tests" / "skeletons").glob("*.yaml"))

_MARK = re.compile(r"Phần (?:thứ \w+|mở đầu)|Điều \d+\.|[A-D]\.(?= )|[IVX]+\.(?= )|\d+(?:\.\d+)*\.?(?= )|[a-zđ]\)")
_SHORT = {
    "cchc": "cải cách hành chính", "cntt": "công nghệ thông tin", "qppl": "quy phạm pháp luật",
    "tthc": "thủ tục hành chính", "ubnd": "ủy ban nhân dân", "vbqppl": "văn bản quy phạm pháp luật",
}


@dataclass(frozen=True)
class Heading:
    """A numbered line: its level from 0, its mark, its words; `typed` is the mark that the author miscounted."""

    level: int
    mark: str
    words: str
    typed: str = ""

    @property
    def shown(self) -> str:
        return "  " * self.level + self.mark

    def has(self, keys: str) -> bool:
        """Whether its words have all of `keys`, which commas separate."""
        return all(_plain(key) in _plain(self.words) for key in keys.split(","))


@dataclass(frozen=True)
class Table:
    """The shape of a table. `merged_…`: columns x rows of each merged cell, in the order of print."""

    columns: int
    head_rows: int = 1
    number_row: bool = False
    groups: int = 0
    rows: int = 0
    merged_in_head: str = ""
    merged_in_body: str = ""


@dataclass(frozen=True)
class Expected:
    """A table of a skeleton: its shape, what the seed alone has, whether the sample is to lack it."""

    table: Table
    unmarked: int = 0
    doubled: int = 0


@dataclass(frozen=True)
class Skeleton:
    """What one document must show."""

    ma: str
    headings: tuple[Heading, ...]
    footnotes: int
    tables: tuple[Expected, ...]


@dataclass(frozen=True)
class SkeletonSet:
    """The skeletons of one seed, in the order of print, and the folder of the sample."""

    name: str
    seed: Path
    sample: str
    documents: tuple[Skeleton, ...]


def read_skeletons(path: Path) -> SkeletonSet:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return SkeletonSet(path.stem, SEEDS / data["seed"], data["sample"], tuple(map(_skeleton, data["documents"])))


def mark_and_words(line: str) -> tuple[str, str]:
    """A line as its mark, "" if it has none, and the rest."""
    match = _MARK.match(line)
    mark = match[0] if match else ""
    return mark, line[len(mark):].strip()


def headings(van_ban: VanBan) -> list[Heading]:
    """Headings and numbered lines of a resolved document, in the order of print; notes (Lưu ý) are neither."""
    found = [*_of_text(van_ban.mo_dau, 0), *_of_nodes(van_ban.de_muc, 0)]
    return [heading for heading in found if heading.mark or not heading.words.lower().startswith("lưu ý")]


def footnotes(van_ban: VanBan) -> int:
    return sum(isinstance(inline, NoteMark) for inline in inlines(van_ban))


def tables(van_ban: VanBan) -> list[Table]:
    """The tables of a resolved document, in the order of print."""
    ordered = [
        *_inserted(van_ban.mo_dau, van_ban.bang_bieu),
        *(table for node in van_ban.de_muc for table in _of_node(node)),
        *_left(van_ban.bang_bieu, van_ban.mo_dau),
    ]
    assert all(table.grid for table in ordered), "a table was not drawn"
    return [shape(table.grid) for table in ordered if table.grid]


def shape(grid: Grid) -> Table:
    """The shape of a drawn table."""
    head = [row for row in grid.head if not _is_numbers(row)]
    rows = [row for row in grid.rows if not _is_numbers(row) and row[0].role != "ket_thuc"]
    plain = [row for row in rows if not _is_group(row)]
    return Table(
        columns=sum(cell.columns for cell in grid.head[0]), head_rows=len(head),
        number_row=any(map(_is_numbers, (*grid.head, *grid.rows))), groups=len(rows) - len(plain), rows=len(plain),
        merged_in_head=_merged(head), merged_in_body=_merged(_as_one(plain)),
    )


def _as_one(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows with cells that are said again in parts, "… (tiếp)", as one."""
    joined: list[list[Cell]] = [[] for _ in rows]
    last: dict[int, tuple[int, int]] = {}  # of each column the row and the place in it of its last cell
    owners = (index for index, row in enumerate(rows) for _ in row)
    for index, (column, cell) in zip(owners, placed(rows), strict=True):
        if shown_text(cell.paragraphs[-1]).endswith("(tiếp)"):
            row, at = last[column]
            joined[row][at] = replace(joined[row][at], rows=joined[row][at].rows + cell.rows)
        else:
            last[column] = index, len(joined[index])
            joined[index].append(cell)
    return list(map(tuple, joined))


def _plain(text: str) -> str:
    """The words of a text in one case and without abbreviations, a blank around each."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())
    return "".join(f" {_SHORT.get(word, word)}" for word in words) + " "


def _skeleton(data: dict[str, Any]) -> Skeleton:
    lines = (line.partition("#")[0].rstrip() for line in data.get("headings", "").splitlines())
    expected = tuple(map(_expected, data.get("tables", [])))
    return Skeleton(data["ma"], tuple(_heading(line) for line in lines if line), data.get("footnotes", 0), expected)


def _expected(data: dict[str, Any]) -> Expected:
    own = {key: data.pop(key) for key in ("unmarked", "doubled") if key in data}
    return Expected(Table(**data), **own)


def _heading(line: str) -> Heading:
    mark, rest = mark_and_words(line.strip())
    typed = re.match(r"\[(.+?)\] ", rest)
    level = (len(line) - len(line.lstrip())) // 2
    return Heading(level, mark, rest[typed.end():] if typed else rest, typed[1] if typed else mark)


def _of_nodes(nodes: tuple[DeMuc, ...], level: int) -> Iterator[Heading]:
    for node in nodes:
        first = next((block for block in node.noi_dung.blocks if isinstance(block, Paragraph)), None)
        line = node.tieu_de or (first.inlines if first else ())
        yield Heading(level, *mark_and_words(f"{node.mark} {shown_text(line)}".strip()))
        yield from _of_text(node.noi_dung, level + 1)
        yield from _of_nodes(node.de_muc, level + 1)
        yield from _of_text(node.noi_dung_cuoi, level + 1)


def _of_text(text: Text, level: int) -> Iterator[Heading]:
    for block in text.blocks:
        yield from _of_block(block, level)


def _of_block(block: Block, level: int) -> Iterator[Heading]:
    if isinstance(block, Item):
        if block.sign in ("khoan", "diem"):
            yield Heading(level, block.mark, shown_text(block.inlines))
        for item in block.items:
            yield from _of_block(item, level + 1)


def _of_node(node: DeMuc) -> Iterator[BangBieu]:
    yield from _inserted(node.noi_dung, node.bang_bieu)
    for child in node.de_muc:
        yield from _of_node(child)
    yield from _left(node.bang_bieu, node.noi_dung, node.noi_dung_cuoi)
    yield from _inserted(node.noi_dung_cuoi, node.bang_bieu)


def _inserted(text: Text, own: tuple[BangBieu, ...]) -> Iterator[BangBieu]:
    by_id = {table.ma: table for table in own}
    yield from (by_id[block.ma] for block in text.walk() if getattr(block, "ma", "") in by_id)


def _left(own: tuple[BangBieu, ...], *texts: Text) -> Iterator[BangBieu]:
    placed = {ma for text in texts for ma in text.inserted()}
    yield from (table for table in own if table.ma not in placed)


def _is_numbers(row: tuple[Cell, ...]) -> bool:
    return all(re.fullmatch(r"\(\d+\)", _text(cell)) for cell in row)


def _is_group(row: tuple[Cell, ...]) -> bool:
    return any(cell.role == "nhom" and cell.columns > 1 for cell in row)


def _merged(rows: list[tuple[Cell, ...]]) -> str:
    cells = (cell for row in rows for cell in row)
    return " ".join(f"{cell.columns}x{cell.rows}" for cell in cells if (cell.columns, cell.rows) != (1, 1))


def _text(cell: Cell) -> str:
    return " ".join(map(shown_text, cell.paragraphs)).strip()
