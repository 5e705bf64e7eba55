"""The fates of years and dates that readers have written down (tests/years/fates.tsv), held against the program's."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.support.seeds import SEEDS
from vanban.dates import parse_date
from vanban.pipeline.year_mentions import Asked, Found, mentions

ROOT = Path(__file__).parents[2]
TRUTH = ROOT / "tests" / "years" / "fates.tsv"


@dataclass(frozen=True)
class Told:
    """A mention as a reader wrote it down; width in characters of the file."""

    line: int
    column: int
    width: int
    kind: str
    role: str
    fate: str
    text: str = ""

    def meets(self, found: Found) -> bool:
        mention = found.decided.mention
        return found.line == self.line and found.column < self.column + self.width and (
            self.column < found.column + mention.end - mention.start)


@dataclass(frozen=True)
class Read:
    """A file, from which year to which and signed when, and what a reader told of it."""

    name: str
    old: int
    new: int
    signed: date | None
    told: tuple[Told, ...]

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

    def found(self) -> tuple[Found, ...]:
        seen = mentions(self.path, Asked(self.old, self.new, self.signed))
        assert not seen.findings
        assert not seen.fault
        return seen.found


def read_truth() -> list[Read]:
    return list(_files(TRUTH.read_text("utf-8").splitlines()[1:]))


def differences(read: Read) -> tuple[Counter[str], list[str]]:
    """How often the program differs from the reader, by the kind of difference; and each in words."""
    found, counted, words = read.found(), Counter(mentions=len(read.told)), []
    met: set[int] = set()
    for told in read.told:
        hits = [number for number, each in enumerate(found) if told.meets(each)]
        met.update(hits)
        kind = _difference(told, found[hits[0]].decided.fate) if hits else "missed"
        if kind:
            counted[kind] += 1
            words.append(f"{kind}: {read.name}:{told.line}:{told.column} {told.role} {told.fate}")
    for number, each in enumerate(found):
        if number not in met:
            counted["extra"] += 1
            words.append(f"extra: {read.name}:{each.line}:{each.column} {each.decided.mention.words}")
    return counted, words


def _difference(told: Told, fate: str) -> str:
    """The kinds that the issue counts: what must stay moves, what must move stays, a question that nobody needs."""
    match told.fate, fate:
        case a, b if a == b:
            return ""
        case _, "hoi":
            return "needless"
        case _, "chuyen":
            return "moves"
        case "chuyen", _:
            return "stays"
        case "hoi", _:
            return "unasked"
        case _:
            return "other"


def _files(lines: list[str]) -> Iterator[Read]:
    head: list[str] = []
    told: list[Told] = []
    for line in [*lines, "# end\t0\t0\t"]:
        cells = line.split("\t")
        if not line.startswith("# "):
            told.append(Told(*map(int, cells[1:4]), *cells[4:]))
            continue
        if head:
            yield Read(head[0], int(head[1]), int(head[2]), parse_date(head[3]) if head[3] else None, tuple(told))
        head, told = [cells[0].removeprefix("# "), *cells[1:]], []
