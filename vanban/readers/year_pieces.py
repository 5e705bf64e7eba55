"""The values of a YAML file that hold words → the texts in which years are looked for, each with its key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.years.setting import Node

# What is never printed at the top of a document, or steers: no words of the text.
_ASIDE = ("loai_van_ban", "loai_du_lieu", "ma", "vi_du", "ghi_chu", "bo_qua", "so_van_ban")
_ID = re.compile(r"[a-z][a-z0-9_.]*")


@dataclass(frozen=True)
class Piece:
    """A text of the file as it is typed there, where it begins, its node and its path.

    style  how it is written: "|" for a literal block, a quote, "" for neither
    """

    text: str
    start: int
    node: Node
    path: Path = ()
    style: str = ""


def pieces_of(source: Source) -> Iterator[Piece]:
    """The values that hold words, in the order of the file."""
    for path, span in sorted(source.values.items(), key=lambda item: item[1].start):
        if span.style is None or not _is_told(path, str(source.value(path))):
            continue
        start, end = span.start, span.end
        if span.style in ("|", ">"):
            start = source.text.find("\n", start, end) + 1
        elif span.style:
            start, end = start + 1, end - 1
        keys = tuple(part for part in path if isinstance(part, str))
        node = Node(keys[-1] if keys else "", keys[:-1])
        yield Piece(source.text[start:end], start, node, path, span.style)


def _is_told(path: Path, value: str) -> bool:
    keys = [part for part in path if isinstance(part, str)]
    is_aside = not keys or keys[-1] == "ma" or len(keys) == 1 and keys[0] in _ASIDE
    return not is_aside and not _ID.fullmatch(value)
