"""A finding: one fault of a user's file, as data.

Readers, transforms and lint rules yield findings; reporters print them. Deciding and telling never meet.
Codes and their levels stand in `codes.yaml` and in the rules of lint/.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vanban.codes import Level, table

# What nobody reads to its end: letters without a blank between them, words in quotation marks.
_LONG_WORD, _LONG_QUOTE = re.compile(r"(?<![^\s“”])[^\s“”]{121,}"), re.compile(r"“[^“”]{401,}”")
_WORD, _QUOTE = 80, 300


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a source file.

    Lines and columns count from 1, columns in characters; the end is exclusive. `path` is the JSON path
    from the top of the file ("$.noi_nhan[1]"). `file` is as the user named it, with forward slashes.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    path: str = "$"


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement of the characters `start` to `end` of the text of the file, a byte order mark not counted."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `message` says what is wrong, `hint` what to do, `source` the article that asks for it."""

    code: str
    level: Level
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    path: str
    message: str
    hint: str = ""
    source: str = ""
    address: str = ""
    fix: Fix | None = None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sort key: by place, then by code."""
        return self.file, self.line, self.column, self.code


def finding(code: str, place: Place, message: str, hint: str = "", source: str = "", fix: Fix | None = None) -> Finding:
    """A Finding of `code` at `place`, with the level that the code table gives it.

    Raises KeyError for a code that is not in the table: that is a bug of ours.
    """
    return replace(finding_of(code, table()[code].level, place, message, hint), source=source, fix=fix)


def finding_of(code: str, level: Level, place: Place, message: str, hint: str) -> Finding:
    """A Finding of a code whose level the caller knows. What it quotes is cut where it is longer than anybody reads."""
    return Finding(
        code, level, place.file, place.line, place.column, place.end_line, place.end_column, place.path,
        _legible(message), _legible(hint),
    )


def _legible(words: str) -> str:
    if len(words) <= _WORD:
        return words
    quoted = _LONG_QUOTE.sub(lambda found: f"{found[0][:_QUOTE]}…”", words)
    return _LONG_WORD.sub(lambda found: f"{found[0][:_WORD]}…", quoted)


def has_errors(findings: Iterable[Finding]) -> bool:
    """True when one of them forbids building."""
    return any(f.level == "error" for f in findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings as they are told: each once, by place, code and words."""
    return tuple(sorted(set(findings), key=lambda found: (found.order, found.message)))
