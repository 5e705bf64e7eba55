"""A file → every mention of a year or date in it, with its place, role and fate. Writes nothing.

A YAML file of ours is read value by value, each with its keys; a plain text and a DOCX (as `text` shows it) have no
structure but their lines.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from vanban.dates import parse_date
from vanban.errors import WrongUse
from vanban.findings import Finding
from vanban.pipeline import showing
from vanban.readers.source import read_source
from vanban.readers.year_pieces import Piece, pieces_of
from vanban.rows import Rows
from vanban.years.deciding import decide
from vanban.years.heading import of_title, signing_day, years_of
from vanban.years.mention import Decided, Turn
from vanban.years.setting import Node

_IN_FOLDER = re.compile(r"(?:19|20)\d\d")
_TYPES = (".docx", ".docm", ".dotx", ".dotm")


@dataclass(frozen=True)
class Found:
    """A mention with its line and column, from 1."""

    line: int
    column: int
    decided: Decided


@dataclass(frozen=True)
class Asked:
    """What the command was told: the years and the day of signing, None where nothing was said."""

    old: int | None = None
    new: int | None = None
    signed: date | None = None


@dataclass(frozen=True)
class Seen:
    """The mentions of a file, in order; or what keeps it from being read: faults of a YAML file, one of another."""

    found: tuple[Found, ...] = ()
    findings: tuple[Finding, ...] = ()
    fault: str = ""


def mentions(file: Path, asked: Asked) -> Seen:
    """What a file mentions. Raises WrongUse where there is no such file, or nobody says from which year to carry it
    over."""
    if not file.is_file():
        raise WrongUse(f"không có tệp {file}")
    if file.suffix.lower() in (".yaml", ".yml"):
        source, findings = read_source(file.as_posix(), file.read_bytes())
        if findings:
            return Seen(findings=tuple(findings))
        return _seen(list(pieces_of(source)), asked, _told_by(source.data, file), source.text)
    text, fault = _words(file)
    return Seen(fault=fault) if fault else _seen([Piece(text, 0, Node())], asked, Asked(), text)


def rows(seen: Seen) -> Iterator[str]:
    """A head, and a row for each mention: its cells parted by tabs, lines and columns from 1."""
    yield "\t".join(("line", "column", "text", "kind", "role", "fate", "reason"))
    for each in seen.found:
        it = each.decided
        place = str(each.line), str(each.column)
        yield "\t".join((*place, it.mention.words, it.mention.kind, it.role, it.fate, it.reason))


def _seen(pieces: list[Piece], asked: Asked, told: Asked, text: str) -> Seen:
    return Seen(tuple(_found(pieces, _turn(asked, told, pieces, text), Rows(text))))


def _found(pieces: Iterable[Piece], turn: Turn, rows: Rows) -> Iterator[Found]:
    for piece in pieces:
        for it in decide(piece.text, turn, piece.node):
            row, column = rows.position(piece.start + it.mention.start)
            yield Found(row + 1, column + 1, it)


def _words(file: Path) -> tuple[str, str]:
    """The text of a plain or a Word file; behind it why it cannot be read, "" where it can."""
    if file.suffix.lower() in _TYPES:
        return showing.text(file)
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), ""
    except UnicodeDecodeError:
        return "", "không phải tệp YAML, DOCX hay tệp chữ ở bảng mã UTF-8."


def _told_by(data: object, file: Path) -> Asked:
    """What a document of ours says: `cho_nam`, else the folder; the day of issue, else the expected one, of the
    document that it is attached to where it has none."""
    if not isinstance(data, dict):
        return Asked()
    folder = file.resolve().parent.name
    year = str(data.get("cho_nam") or "") or (folder if _IN_FOLDER.fullmatch(folder) else "")
    return Asked(int(year) if _IN_FOLDER.fullmatch(year) else None, None, _signed(data, file))


def _signed(data: dict[str, Any], file: Path) -> date | None:
    """The day of a document, or of the one in its folder that it is attached to; None for none."""
    texts = {}
    for path in sorted(file.resolve().parent.glob("*.y*ml")):
        source, findings = read_source(path.name, path.read_bytes())
        if not findings and isinstance(source.data, dict):
            texts[path] = source.data
    seen: set[str] = set()
    while not (day := data.get("ngay_ban_hanh") or data.get("ngay_du_kien")):
        ma = str(data.get("ma"))
        above = [other for other in texts.values() if ma in _attached(other)]
        if len(above) != 1 or ma in seen:
            return None
        seen.add(ma)
        (data,) = above
    try:
        return parse_date(str(day))
    except ValueError:
        return None


def _attached(data: dict[str, Any]) -> list[str]:
    found = data.get("kem_theo")
    return [str(each) for each in found] if isinstance(found, list) else []


def _turn(asked: Asked, told: Asked, pieces: list[Piece], text: str) -> Turn:
    old = asked.old or told.old or next(years_of(text), None)
    if old is None:
        raise WrongUse("tệp không cho biết là của năm nào; ghi thêm --from, ví dụ --from 2025")
    new = asked.new or old + 1
    if new <= old:
        raise WrongUse(f"năm mới {new} phải sau năm cũ {old}")
    texts = [(piece.text, piece.node) for piece in pieces[:40]]
    turn = Turn(old, new, asked.signed or told.signed)
    if turn.signed is None:
        turn = replace(turn, signed=signing_day(texts, turn))
    return of_title(texts, turn)
