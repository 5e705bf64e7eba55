"""Where keys and values stand in a text that was read, by JSON path."""

from dataclasses import dataclass, field

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
