"""A line of the tree → the text that an officer would type for it: signs of faces, figures, references, escapes.

A backslash stands only where what follows would be read as a sign. What cannot be typed is written as the nearest
thing that can: blanks at the edges of italics stand outside them, italics that begin or end inside a word are upright.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from vanban.model.inline import Figure, Inline, Line, NoteMark, Question, Reference, Run

# What a reader would take for the beginning of a sign.
_SIGN = re.compile(
    r"\{\{|\[\[|\[\^|\{#|\{%|\{\s*(?i:xem\s+l)|\[XEM L|\}\}|\]\]|\{[ \t]+\{(?!#)|\{[a-z][a-z0-9_]*[.@][a-z0-9_]"
)
# Behind a backslash these are taken literally; before any other character the backslash is one itself.
_ESCAPED = re.compile(r"[!-/:-@\[-`{-~–—•]")


@dataclass(frozen=True, slots=True)
class _Part:
    """A run, or the source of another node; `bold` and `italic` tell which faces are open around it."""

    text: str
    bold: bool
    italic: bool
    is_run: bool = False


def inline_source(line: Line) -> str:
    """The source of one line, without blanks at its ends; "" for an empty one.

    A line that begins with what looks like a mark is the caller's to guard.
    """
    source, after = "", _UPRIGHT
    for part in reversed(_without_broken_italics(_parts(line))):
        source = _toggle(part, after) + source
        source = _escaped(part.text, source) if part.is_run else part.text + source
        after = part
    source = (_toggle(_UPRIGHT, after) + source).strip(" ")
    return f"\\{source}" if _is_read_at_start(source) else source


_UPRIGHT = _Part("", False, False)


def _parts(line: Line) -> list[_Part]:
    """Blanks at the edges of italics outside of them; a note or a question in the faces that both its sides share."""
    parts = [part for inline in line for part in _of(inline)]
    faced = [isinstance(inline, Run | Figure | Reference) for inline in line for _ in _of(inline)]
    out = []
    for index, part in enumerate(parts):
        if not faced[index]:
            before = next((p for p, f in zip(parts[index::-1], faced[index::-1], strict=True) if f), _UPRIGHT)
            after = next((p for p, f in zip(parts[index:], faced[index:], strict=True) if f), _UPRIGHT)
            part = replace(part, bold=before.bold and after.bold, italic=before.italic and after.italic)
        out.append(part)
    return list(_with_upright_edges(out))


def _of(inline: Inline) -> Iterator[_Part]:
    match inline:
        case Run(text, bold, italic):
            if text:
                yield _Part(text, bold, italic, is_run=True)
        case Figure():
            form = inline.cach_in and f" | {inline.cach_in}"
            basis = inline.co_so and f" {inline.co_so}"
            yield _Part(f"{{{{ {inline.name}{form}{basis} }}}}", inline.bold, inline.italic)
        case Reference():
            form = inline.cach_in and f" | {inline.cach_in}"
            yield _Part(f"[[{inline.ma}{form}]]", inline.bold, inline.italic)
        case NoteMark(ma):
            yield _Part(f"[^{ma}]", False, False)
        case Question(reason):
            yield _Part(f"{{XEM LẠI: {reason}}}", False, False)


def _with_upright_edges(parts: list[_Part]) -> Iterator[_Part]:
    for index, part in enumerate(parts):
        opens = part.italic and not (index and parts[index - 1].italic)
        closes = part.italic and not (index + 1 < len(parts) and parts[index + 1].italic)
        text = part.text
        start = len(text) - len(text.lstrip()) if opens and part.is_run else 0
        end = len(text.rstrip()) if closes and part.is_run else len(text)
        end = max(start, end)
        for cut, italic in ((text[:start], False), (text[start:end], part.italic), (text[end:], False)):
            if cut:
                yield replace(part, text=cut, italic=italic)


def _without_broken_italics(parts: list[_Part]) -> list[_Part]:
    """The same with italics upright where a reader would see the star that opens or closes them as a star."""
    out, start = list(parts), 0
    while start < len(out):
        end = start
        while end < len(out) and out[end].italic:
            end += 1
        if end > start and not (_opens(out, start) and _closes(out, end)):
            out[start:end] = [replace(part, italic=False) for part in out[start:end]]
        start = max(end, start + 1)
    return _merged(out)


def _opens(parts: list[_Part], start: int) -> bool:
    """A star opens in front of a word; two more stars before it are no word."""
    before = parts[start - 1] if start else _UPRIGHT
    if parts[start].text[:1].isspace():
        return False
    return before.bold != parts[start].bold or not before.text[-1:].isalnum()


def _closes(parts: list[_Part], end: int) -> bool:
    """A star closes behind a word: what follows, the stars of bold before it, is none."""
    return not parts[end - 1].text[-1:].isspace() and (end == len(parts) or not parts[end].text[:1].isalnum())


def _merged(parts: list[_Part]) -> list[_Part]:
    """Neighbouring runs of one face as one."""
    out = parts[:1]
    for last, part in pairwise(parts):
        if part.is_run and last.is_run and (part.bold, part.italic) == (last.bold, last.italic):
            out[-1] = replace(out[-1], text=out[-1].text + part.text)
        else:
            out.append(part)
    return out


def _toggle(before: _Part, after: _Part) -> str:
    """The stars between two parts; those of bold first, as three in a row are read."""
    return "**" * (before.bold != after.bold) + "*" * (before.italic != after.italic)


def _escaped(text: str, following: str) -> str:
    """The source of a run and of what follows it; from its end, since a sign is one by what comes behind."""
    source = following
    for index in range(len(text) - 1, -1, -1):
        source = ("\\" if _is_read(text, index, source) else "") + text[index] + source
    return source


def _is_read(text: str, index: int, following: str) -> bool:
    """Whether the character of a run, with the source behind it, would be read as a sign."""
    character = text[index]
    if character == "*":
        before, after = text[index - 1 : index] if index else "*", following[:1] or "*"
        return not (before.isalnum() and after.isalnum() or before.isspace() and after.isspace())
    if character == "\\":
        return bool(_ESCAPED.match(following))
    if character in "]}" and _closes_literal(text[:index], character):
        return False
    return character in "[{]}" and bool(_SIGN.match(character + following))


def _closes_literal(before: str, character: str) -> bool:
    """Whether two of `character` close what a backslash in `before` opens: a reader takes both for text."""
    opening = {"]": "[[", "}": "{{"}[character]
    return before.count(opening) > before.count(character * 2)


def _is_read_at_start(source: str) -> bool:
    """At the start of a line a backslash takes whatever follows literally."""
    return len(source) > 1 and source[0] == "\\" and not _ESCAPED.match(source[1])
