"""The five seed documents → the running text of their nodes, as an officer would type it into a block.

The seeds are texts taken off the web, with traces of page breaks, Markdown and lost table borders. What is
undone here is only what the medium did; no number is touched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

# Headings that begin a node of their own: Roman numbers, parts, articles, annexes, and what stands in capitals.
_NODE = re.compile(
    r"Phần (thứ|mở)|PHỤ LỤC|Phụ lục \d+$|Điều \d+\.|[A-D]\. |[IVX]+\. ?[^\W\d]"
    r"|QUYẾT ĐỊNH:|ĐỀ CƯƠNG|ĐỀ ÁN|LƯU Ý|\* Lưu ý|Nơi nhận|ỦY BAN NHÂN DÂN|TM\."
)
_SIGNED = re.compile(r"(?:\d{1,3}\.|[a-zđ]\)|\(\d{1,3}\)|[-+]) ")
_NUMBER = re.compile(r"(?:\d{1,3}\.|[a-zđ]\)|\(\d{1,3}\))(?= )")
_NOTE = re.compile(r"[¹²³⁰-⁹]")
_ENDED = re.compile(r"[.;:!?…)*”\"]$")


@dataclass(frozen=True)
class SeedNode:
    """The lines of one node, each with its number in the file."""

    file: str
    lines: tuple[tuple[int, str], ...]

    @property
    def text(self) -> str:
        """The lines as one block; a blank line between them, so that an unsigned one is a paragraph."""
        return "\n\n".join(line for _, line in self.lines)

    def typed(self) -> Iterator[tuple[int, str, str]]:
        """Line number, typed sign and text of every signed line."""
        for number, line in self.lines:
            if _SIGNED.match(line):
                sign, _, text = line.partition(" ")
                yield number, sign, text


def seed_nodes(path: Path) -> Iterator[SeedNode]:
    """The nodes of one seed. Tables, footnotes at page feet and rules are left out."""
    lines: list[tuple[int, str]] = []
    for number, line in _clean(path.read_text(encoding="utf-8")):
        if _NODE.match(line):
            yield SeedNode(path.name[:3], tuple(lines))
            lines = []
        elif lines and _is_rest_of(lines[-1][1], line):
            lines[-1] = lines[-1][0], f"{lines[-1][1]} {line}"
        else:
            lines.append((number, line))
    yield SeedNode(path.name[:3], tuple(lines))


def seed_lines(path: Path) -> list[str]:
    """The lines of one seed, headings too. Tables, footnotes at page feet and rules are left out."""
    return [line for _, line in _clean(path.read_text(encoding="utf-8"))]


def seed_tables(path: Path) -> list[list[tuple[str, ...]]]:
    """The tables of one seed, row by row; a row cut by a page break is two, a head printed again is another row.

    A row is a line with tabs between its cells, or one line a cell, each behind a tab, then a blank one.
    """
    tables: list[list[tuple[str, ...]]] = [[]]
    cells: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("\t") and line.count("\t") == 1:
            cells.append(line.strip())
            continue
        if cells:
            tables[-1].append(tuple(cells))
            cells = []
        if "\t" in line:
            tables[-1].append(tuple(cell.strip() for cell in line.split("\t")))
        elif line.strip():
            tables.append([])
    return [table for table in tables if table]


def seed_footnotes(path: Path) -> list[int]:
    """The numbers of the footnotes at the page feet of one seed, in order."""
    return [
        int("".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".index(digit)) for digit in match[0]))
        for line in path.read_text(encoding="utf-8").split("\n")
        if (match := re.match(r"[¹²³⁰-⁹]+", line))
    ]


def is_number(sign: str) -> bool:
    """True for a sign that counts: 1. a) (1); dashes and plusses do not."""
    return bool(_NUMBER.match(f"{sign} "))


def _clean(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, without the marks of the medium and without the rows of tables."""
    for number, raw in enumerate(text.split("\n"), 1):
        if "\t" in raw:
            continue
        for part in re.split(r"\*{4}|(?<=\w)\*\*(?=\d)", raw):  # headings that the medium ran together
            line = re.sub(r"^#+ ", "", part.strip()).replace("**", "").strip()
            if line.startswith("- ") and _SIGNED.match(line[2:]):  # a list of the medium around the signs
                line = line[2:]
            if line.strip("-_… ") and not _NOTE.match(line):
                yield number, line


def _is_rest_of(before: str, line: str) -> bool:
    """True when a page break cut `line` off from `before`: that one has no end, this one no beginning."""
    return not _SIGNED.match(line) and (line[0].islower() or not _ENDED.search(before))
