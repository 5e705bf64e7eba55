"""Tables as one HTML page that opens from disk and asks for nothing elsewhere: a reader sorts them and chooses rows.

The tables stand in the page as they are, so that they can be read where no script runs. Words reach it as text only,
never as markup; its policy of content lets no other script and no address in.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Literal

_HOME = Path(__file__).parent
Tone = Literal["", "good", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column, and how its cells are ordered: as words, as signs that are never parted ("81/BC-UBND"), or
    by the numbers that are their keys."""

    title: str
    kind: Literal["text", "sign", "number"] = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell.

    words  one line, or several as a list; () for nothing
    tone   how it is coloured; what that says stands in its words too
    key    what it is ordered by where its words do not say it
    """

    words: tuple[str, ...] = ()
    tone: Tone = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row. The first cell is its head; `flags` are the choices that it belongs to."""

    cells: tuple[Cell, ...]
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its title and the lines above it."""

    title: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """title    of the page
    choices  what can be chosen, by flag; one that no row has is not shown
    empty    what is said where there are no tables
    """

    title: str
    sections: tuple[Section, ...]
    choices: Mapping[str, str]
    empty: str


def to_html(page: Page) -> str:
    """The page; the same text for the same tables."""
    look, script = _part("page.css"), _part("page.js")
    rows = [row for section in page.sections for row in section.rows]
    parts = {
        "title": escape(page.title), "look": look, "script": script, "chosen": "".join(_choices(page.choices, rows)),
        "body": "".join(map(_section, page.sections)) or f"<p>{escape(page.empty)}</p>",
        "policy": f"default-src 'none'; style-src '{_fingerprint(look)}'; script-src '{_fingerprint(script)}'; "
                  f"base-uri 'none'; form-action 'none'",
    }
    frame = _part("page.html").split("$$")  # text, name, text, name, … text
    return "".join([parts[each] if number % 2 else each for number, each in enumerate(frame)])


def _choices(choices: Mapping[str, str], rows: Sequence[Row]) -> Iterator[str]:
    yield '<input type="search" placeholder="Tìm, không cần dấu" aria-label="Tìm trong bảng">'
    for flag, words in {"": "Tất cả", **choices}.items():
        if count := sum(not flag or flag in row.flags for row in rows):
            pressed = str(not flag).lower()
            yield (f'<button type="button" data-flag="{escape(flag)}" aria-pressed="{pressed}">{escape(words)} '
                   f'<span class="count">{count}</span></button>')


def _section(section: Section) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in section.lines)
    heads = "".join(f'<th scope="col" data-kind="{each.kind}"><button type="button">{escape(each.title)}</button></th>'
                    for each in section.columns)
    rows = "".join(_row(row, section.columns) for row in section.rows)
    return (f"<section><h2>{escape(section.title)}</h2>{lines}<table><thead><tr>{heads}</tr></thead>"
            f"<tbody>{rows}</tbody></table></section>")


def _row(row: Row, columns: Sequence[Column]) -> str:
    cells = "".join(_cell(cell, column, at == 0) for at, (cell, column) in
                    enumerate(zip(row.cells, columns, strict=True)))
    return f'<tr data-flags="{escape(" ".join(row.flags))}">{cells}</tr>'


def _cell(cell: Cell, column: Column, is_head: bool) -> str:
    words = "".join(f"<li>{escape(each)}</li>" for each in cell.words)
    shown = f"<ul>{words}</ul>" if len(cell.words) > 1 else "".join(map(escape, cell.words))
    shown = f'<span class="tag {cell.tone}">{shown}</span>' if cell.tone else shown
    key = f' data-key="{escape(cell.key)}"' if cell.key else ""
    if is_head:
        return f'<th scope="row"{key}>{shown}</th>'
    kind = f"{column.kind} none" if not cell.words else column.kind
    return f'<td class="{kind}" data-label="{escape(column.title)}"{key}>{shown}</td>'


@cache
def _part(name: str) -> str:
    return (_HOME / name).read_text("utf-8")


def _fingerprint(text: str) -> str:
    """What a policy of content knows an inline script or look by."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
