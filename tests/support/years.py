"""The fates of years and dates that readers have written down (tests/years/fates.tsv), held against the program's.

A line that begins with "# " names a file, from which year to which it is carried over, and its day of signing. The rows
below are its mentions. Of a sample a row is one line by its words, wherever it stands, with ⟦each mention⟧ marked; of a
seed one mention by its place, line:column+width, without its words. A line of a sample that was reworded around the same
mentions keeps its row.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from tests.support.seeds import SEEDS
from vanban.dates import parse_date
from vanban.pipeline.year_mentions import Asked, Found, mentions

ROOT = Path(__file__).parents[2]
TRUTH = ROOT / "tests" / "years" / "fates.tsv"
_PLACE = re.compile(r"(\d+):(\d+)\+(\d+)")
_MARK = re.compile("⟦([^⟧]*)⟧")
# From which likeness on a line is another one reworded.
_LIKE = 0.5


@dataclass(frozen=True)
class Told:
    """A mention as a reader wrote it down: its characters of a line, from 0, and what it is there for."""

    start: int
    end: int
    kind: str
    role: str
    fate: str

    def meets(self, found: Found, indent: int) -> bool:
        mention, at = found.decided.mention, found.column - 1 - indent
        return at < self.end and self.start < at + mention.end - mention.start


@dataclass(frozen=True)
class Read:
    """A file, from which year to which and signed when, and what a reader told of its lines: by their words (samples) or
    their numbers (seeds)."""

    name: str
    old: int
    new: int
    signed: date | None
    told: dict[str | int, tuple[Told, ...]]

    @property
    def is_seed(self) -> bool:
        return self.name.startswith("seed:")

    @property
    def path(self) -> Path:
        """Raises ValueError for a seed where there are none."""
        if not self.is_seed:
            return ROOT / self.name
        (path,) = SEEDS.glob(f"{self.name.removeprefix('seed:')}_*.txt")
        return path

    def found(self) -> dict[int, list[Found]]:
        """The program's mentions, by line."""
        seen = mentions(self.path, Asked(self.old, self.new, self.signed))
        assert not seen.findings
        assert not seen.fault
        lines: dict[int, list[Found]] = {}
        for each in seen.found:
            lines.setdefault(each.line, []).append(each)
        return lines


def read_truth() -> list[Read]:
    return list(_files(TRUTH.read_text("utf-8").splitlines()[1:]))


def differences(read: Read) -> tuple[Counter[str], list[str]]:
    """How often the program differs from the reader, by the kind of difference; and each in words, with the row that is
    to be read and added where a line has none."""
    lines = read.path.read_text("utf-8").split("\n")
    counted, words, met = Counter[str](), [], set()
    all_found = read.found()
    still = {lines[number - 1].strip() for number in all_found}
    for number, found in all_found.items():
        line = lines[number - 1]
        indent = 0 if read.is_seed else len(line) - len(line.lstrip())
        key = number if read.is_seed else _row_of(read, line.strip(), indent, found, still)
        met.add(key)
        if key is None:
            counted["untold"] += 1
            words.append(f"dòng {number} chưa có trong fates.tsv; đọc rồi thêm:\n{_row(read, line, indent, found)}")
            continue
        told = read.told[key] if key in (number, line.strip()) else _where_found(read.told[key], found, indent)
        for kind, what in _line(told, found, indent):
            counted[kind] += 1
            words += [f"{kind}: {read.name}:{number} {what}"] if kind != "mentions" else []
    gone = [key for key in read.told if key not in met]
    counted["gone"] += len(gone)
    return counted, words + [f"dòng này của fates.tsv không còn trong {read.name}: {key}" for key in gone]


def _row_of(read: Read, line: str, indent: int, found: list[Found], still: set[str]) -> str | None:
    """The words by which a line is told; of one that was reworded, the most alike that stands nowhere any more and has the
    same mentions. None where nobody told of it."""
    if line in read.told:
        return line
    mine = [it.decided.mention.words for it in found]
    alike = [
        (SequenceMatcher(None, line, other).ratio(), other) for other, told in read.told.items()
        if isinstance(other, str) and other not in still and [" ".join(other[it.start:it.end].split()) for it in told] == mine
    ]
    likeness, best = max(alike, default=(0, ""))
    return best if likeness >= _LIKE else None


def _where_found(told: tuple[Told, ...], found: list[Found], indent: int) -> tuple[Told, ...]:
    """What was told of a line, at the places of another with the same mentions."""
    return tuple(
        replace(each, start=it.column - 1 - indent, end=it.column - indent) for each, it in zip(told, found, strict=True))


def _line(told: tuple[Told, ...], found: list[Found], indent: int) -> Iterator[tuple[str, str]]:
    """The differences of a line: their kind and words; “mentions” for each that the reader told."""
    hit: set[int] = set()
    for each in told:
        yield "mentions", ""
        hits = [number for number, other in enumerate(found) if each.meets(other, indent)]
        hit.update(hits)
        kind = difference(each.fate, found[hits[0]].decided.fate) if hits else "missed"
        if kind:
            yield kind, f"cột {each.start + 1 + indent}: {each.role} {each.fate}"
    for number, other in enumerate(found):
        if number not in hit:
            yield "extra", other.decided.mention.words


def difference(told: str, fate: str) -> str:
    """The kinds that the issue counts: what must stay moves, what must move stays, a question that nobody needs."""
    if told == fate:
        return ""
    if fate == "hoi":
        return "needless"
    if fate == "chuyen":
        return "moves"
    return "stays" if told == "chuyen" else "unasked" if told == "hoi" else "other"


def _row(read: Read, line: str, indent: int, found: list[Found]) -> str:
    """What a row would be, as the program has it: a reader has the last word."""
    marked = line
    for each in reversed(found):
        start, width = each.column - 1, each.decided.mention.end - each.decided.mention.start
        marked = f"{marked[:start]}⟦{marked[start:start + width]}⟧{marked[start + width:]}"
    told = "; ".join(f"{it.mention.kind} {it.role} {it.fate}" for it in (each.decided for each in found))
    return f"{read.name}\t{marked[indent:].rstrip()}\t{told}"


def _files(lines: list[str]) -> Iterator[Read]:
    head: list[str] = []
    told: dict[str | int, tuple[Told, ...]] = {}
    for line in [*lines, "# end\t0\t0\t"]:
        cells = line.split("\t")
        if not line.startswith("# "):
            key, mention = _told(cells[1], cells[2])
            told[key] = (*told.get(key, ()), *mention) if isinstance(key, int) else mention
            continue
        if head:
            yield Read(head[0], int(head[1]), int(head[2]), parse_date(head[3]) if head[3] else None, told)
        head, told = [cells[0].removeprefix("# "), *cells[1:]], {}


def _told(where: str, what: str) -> tuple[str | int, tuple[Told, ...]]:
    """The line of a row, and its mentions."""
    if place := _PLACE.fullmatch(where):
        line, column, width = map(int, place.groups())
        kind, role, fate = what.split(" ")
        return line, (Told(column - 1, column - 1 + width, kind, role, fate),)
    told = []
    for number, (mark, words) in enumerate(zip(_MARK.finditer(where), what.split("; "), strict=True)):
        start = mark.start() - 2 * number
        told.append(Told(start, start + len(mark[1]), *words.split(" ")))
    return _MARK.sub(r"\1", where), tuple(told)
