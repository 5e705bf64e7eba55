"""A resolved document → its words, a line each, as they will be printed: to read without Word.

Frames add nothing here ("Nơi nhận:", the motto), and typesetting nothing but the order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from vanban.model.document import BoVanBan
from vanban.model.printed_lines import PrintedLine, printed_lines

_BETWEEN_CELLS = " | "


def to_lines(bo: BoVanBan) -> str:
    """The lines of the first document of `bo`: a row of a table is one, a note has its sign, a picture its words."""
    return as_read(printed_lines(replace(bo, kem_theo=())))


def as_read(lines: Iterable[PrintedLine]) -> str:
    """The same of lines wherever they come from."""
    return "".join(f"{line}\n" for line in _lines(lines))


def _lines(printed: Iterable[PrintedLine]) -> Iterator[str]:
    for (kind, _, row), lines in groupby(printed, key=_together):
        texts = [" ".join(line.text.split()) for line in lines]
        if kind == "cell" and row:
            yield _BETWEEN_CELLS.join(texts)
        else:
            yield from (_shown(kind, text) for text in texts)


def _together(line: PrintedLine) -> tuple[str, str, int]:
    """Equal for what stands in one row."""
    return line.kind, line.name, line.row


def _shown(kind: str, text: str) -> str:
    return f"[^] {text}" if kind == "note" else f"[{text}]" if kind == "picture" else text
