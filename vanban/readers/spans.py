"""Where keys and values stand in a text that was read, by JSON path."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

Path = tuple[str | int, ...]


def json_path(path: Path) -> str:
    """("noi_nhan", 1) → "$.noi_nhan[1]"."""
    return "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of the file, where they begin and end (lines and columns from 0), and
    the YAML style of the scalar ("|" for a literal block, "" for plain, None for a list or mapping)."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    style: str | None = None


NOTHING = Span(0, 0, 0, 0, 0, 0)


@dataclass
class Spans:
    """The spans of one text: of its values and of its keys, by the path as it is written there."""

    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    _blocks: dict[Path, list[str]] = field(default_factory=dict, repr=False)

    def line_of(self, path: Path, value: str, line: int) -> str:
        """One line of the block `value` at `path`; the block is taken apart once."""
        if path not in self._blocks:
            self._blocks[path] = value.split("\n")
        return self._blocks[path][line]


@dataclass
class Rows:
    """The lines of a text, of which a file has as many as it has line feeds, and one more."""

    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(row) + 1 for row in self.text.split("\n")), initial=0))

    def row(self, number: int) -> str:
        """The row `number` (from 0) without its line end."""
        return self.text[self._starts[number] : self._starts[number + 1] - 1].rstrip("\r")

    def offset(self, row: int, column: int) -> int:
        """The offset in the text of a row and column (from 0)."""
        return self._starts[row] + column

    def position(self, offset: int) -> tuple[int, int]:
        """Row and column (from 0) of an offset."""
        row = bisect_right(self._starts, offset) - 1
        return row, offset - self._starts[row]
