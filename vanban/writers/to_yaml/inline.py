"""A line of the tree → the text that an officer would type for it: signs of faces, figures, references, escapes.

A backslash stands only where what follows would be read as a sign. What cannot be typed is written as the nearest
thing that can: blanks at the edges of a face stand outside it, italics that begin or end inside a word are upright, and
so is bold that begins or ends inside a number.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Literal

from vanban.model.inline import Figure, Inline, Line, NoteMark, Question, Reference, Run, Script
from vanban.model.inline_signs import HALF_SIGN
from vanban.model.scripts import SIGNS, is_unfinished, script_at, typed_script
from vanban.model.stars import CLOSING, ESCAPABLE, OPENING, closes, opens

# What a reader would take for the beginning of a sign.
_SIGN = re.compile(
    r"\{\{|\[\[|\[\^|\{#|\{%|\{\s*(?i:xem\s+l)|\[XEM L|\}\}|\]\]|\{[ \t]+\{(?!#)"
)
# Behind a backslash these are taken literally; before any other character the backslash is one itself.
_ESCAPED = re.compile(ESCAPABLE)
# Two brackets that are written as \\[[; of others the second is the first of another sign: [\\[^ma].
_OPENED = {"]": re.compile(r"\[\[(?!\^)"), "}": re.compile(r"\{\{(?![#%]|\s*(?i:xem\s+l))")}
_Face = Literal["bold", "italic"]
_STARS: dict[_Face, str] = {"bold": "**", "italic": "*"}
# How what has no face of its own is typed: the mark of a note, a question.
_FACELESS = ("[^", "{XEM LẠI:")
_QUOTES = frozenset("\"'")


@dataclass(frozen=True, slots=True)
class _Part:
    """A run, or the source of another node; `bold` and `italic` tell which faces are open around it.

    script  of letters above or below the line these: they are a run where no sign can stand
    """

    text: str
    bold: bool
    italic: bool
    is_run: bool = False
    script: Script | None = None


def inline_source(line: Line) -> str:
    """The source of one line, without blanks at its ends; "" for an empty one.

    A line that begins with what looks like a mark is the caller's to guard.
    """
    parts = [_UPRIGHT, *_typeable(_parts(line)), _UPRIGHT]
    source = ""
    for before, part, after in reversed(list(zip(parts, parts[1:], parts[2:], strict=False))):
        source = _toggle(part, after) + source
        if part.is_run:
            source = _escaped(part.text, source, ends_face=_begins_face(after, part))
            source = _guarded(source, before) if _begins_face(before, part) else source
        else:
            source = part.text + source
    source = (_toggle(parts[0], parts[1]) + source).strip(" ")
    return f"\\{source}" if _is_read_at_start(source) else source


_UPRIGHT = _Part("", False, False)


def _parts(line: Line) -> list[_Part]:
    """What each node is typed as; a note or a question in the faces that both its sides share."""
    parts = [part for inline in line for part in _of(inline)]
    faced = [isinstance(inline, Run | Script | Figure | Reference) for inline in line for _ in _of(inline)]
    out = []
    for index, part in enumerate(parts):
        if not faced[index]:
            before = next((p for p, f in zip(parts[index::-1], faced[index::-1], strict=True) if f), _UPRIGHT)
            after = next((p for p, f in zip(parts[index:], faced[index:], strict=True) if f), _UPRIGHT)
            part = replace(part, bold=before.bold and after.bold, italic=before.italic and after.italic)
        out.append(part)
    return out


def _of(inline: Inline) -> Iterator[_Part]:
    match inline:
        case Run(text, bold, italic):
            if text:
                yield _Part(text, bold, italic, is_run=True)
        case Script(text, position, bold, italic):
            yield _Part(f"{SIGNS[position]}{text}{SIGNS[position]}", bold, italic, script=inline)
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


def _typeable(parts: list[_Part]) -> list[_Part]:
    """The same with faces where they can be typed: no blanks at their edges, and none that stars would not open; with
    letters above and below the line where their signs can stand."""
    for face in _STARS:
        out: list[_Part] = []
        for is_faced, group in groupby(parts, attrgetter(face)):
            stretch = list(group)
            out += _with_blanks_outside(stretch, face) if is_faced else stretch
        parts = _without_broken(out, face)
    plain = _with_scripts(parts)
    return parts if plain == parts else _typeable(plain)


def _with_scripts(parts: list[_Part]) -> list[_Part]:
    """The same with letters above or below the line on it where no sign can stand, as at the beginning."""
    out: list[_Part] = []
    for before, part in pairwise([_UPRIGHT, *parts]):
        if script := part.script:
            stands_behind = "*" if _toggle(before, part) else before.text
            if not typed_script(script.position, script.text, stands_behind):
                part = replace(part, text=script.text, is_run=True, script=None)
        out.append(part)
    return _merged(out)


def _with_blanks_outside(stretch: list[_Part], face: _Face) -> list[_Part]:
    """The stretch without `face` on blanks, notes and questions at its edges; bold may end with a blank."""
    before, after = [], []
    while stretch and (blank := _blank_of(stretch[0], str.lstrip)):
        before.append(_upright(replace(stretch[0], text=blank), face))
        stretch[:1] = _cut(stretch[0], slice(len(blank), None))
    while face == "italic" and stretch and (blank := _blank_of(stretch[-1], str.rstrip)):
        after.append(_upright(replace(stretch[-1], text=blank), face))
        stretch[-1:] = _cut(stretch[-1], slice(None, -len(blank)))
    return [*before, *stretch, *reversed(after)]


def _blank_of(part: _Part, strip: Callable[[str], str]) -> str:
    """What stands at the edge of a part and shows no face: blanks, the mark of a note, a question."""
    if not part.is_run:
        return part.text if part.text.startswith(_FACELESS) else ""
    bare = strip(part.text)
    return part.text.removesuffix(bare) if strip is str.lstrip else part.text.removeprefix(bare)


def _cut(part: _Part, where: slice) -> list[_Part]:
    text = part.text[where]
    return [replace(part, text=text)] if text else []


def _without_broken(parts: list[_Part], face: _Face) -> list[_Part]:
    """The same with a stretch of `face` upright where a reader would see the stars at its ends as stars."""
    out, start = list(parts), 0
    while start < len(out):
        end = start
        while end < len(out) and getattr(out[end], face):
            end += 1
        if end > start and not (_opens(out, start, face) and _closes(out, end, face)):
            out[start:end] = [_upright(part, face) for part in out[start:end]]
        start = max(end, start + 1)
    return _merged(out)


def _upright(part: _Part, face: _Face) -> _Part:
    return replace(part, bold=False) if face == "bold" else replace(part, italic=False)


def _opens(parts: list[_Part], start: int, face: _Face) -> bool:
    """Whether stars before the part would open; the stars of bold stand before those of italics."""
    before = parts[start - 1] if start else _UPRIGHT
    behind_stars = face == "italic" and before.bold != parts[start].bold
    first = parts[start].text[:1]
    after = "\\" if first in CLOSING or first in _QUOTES else first  # behind a backslash, which `_guarded` puts
    return opens(_STARS[face], "*" if behind_stars else before.text[-1:], after)


def _closes(parts: list[_Part], end: int, face: _Face) -> bool:
    last, after = parts[end - 1].text[-1:], parts[end].text[:1] if end < len(parts) else ""
    return closes(_STARS[face], "\\" if last in OPENING else last, after)  # behind a backslash, which `_escaped` puts


def _guarded(source: str, before: _Part) -> str:
    """The source of a run behind opening stars, which need something that begins."""
    first = source[:1]
    return f"\\{source}" if first in CLOSING or first in _QUOTES and before.text[-1:] == first else source


def _begins_face(before: _Part, part: _Part) -> bool:
    return part.bold > before.bold or part.italic > before.italic


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


def _escaped(text: str, following: str, ends_face: bool) -> str:
    """The source of a run and of what follows it; from its end, since a sign is one by what comes behind."""
    if ends_face and text[-1] in OPENING:
        text, following = text[:-1], f"\\{text[-1]}{following}"
    source = following
    for index in range(len(text) - 1, -1, -1):
        source = ("\\" if _is_read(text, index, source) else "") + text[index] + source
    return source


def _is_read(text: str, index: int, following: str) -> bool:
    """Whether the character of a run, with the source behind it, would be read as a sign."""
    character = text[index]
    if character == "*":
        before, after = text[index - 1 : index] if index else "*", following[:1] or "*"
        is_text = before.isalnum() and after.isalnum() or before.isspace() and after.isspace()
        return not (is_text or before in OPENING and after in CLOSING)
    if character in "^~":
        before = text[:index] or "m"  # what stands before the run may be a letter
        source, at = f"{before}{character}{following}", len(before)
        return script_at(source, at) is not None or is_unfinished(source, at)
    if character == "\\":
        return bool(_ESCAPED.match(following))
    if character in "]}" and _closes_literal(text[:index], character):
        return False
    is_half = character != text[index - 1 : index] and HALF_SIGN.match(character + following)
    return character in "[{]}" and bool(is_half or _SIGN.match(character + following))


def _closes_literal(before: str, character: str) -> bool:
    """Whether two of `character` close what a backslash in `before` opens: a reader takes both for text."""
    return len(_OPENED[character].findall(before)) > before.count(character * 2)


def _is_read_at_start(source: str) -> bool:
    """At the start of a line a backslash takes whatever follows literally."""
    return len(source) > 1 and source[0] == "\\" and not _ESCAPED.match(source[1])
